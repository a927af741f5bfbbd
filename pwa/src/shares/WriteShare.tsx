/** A share in parts is written: each part a line or a voice note, kept on the phone while it is told. */
import { useLocation, useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { lock } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { late } from '../late';
import { ReadNote } from '../people/ReadNote';
import { letBe } from './let-be';
import { formOf, saysSomething } from './parts';
import { PartFields, useTelling } from './PartFields';
import { useShare } from './remote';
import { shareDraft } from './share-actions';
import { ofDeal } from './ShareCard';
import { SoundField } from './SoundField';
import { finish, spokenIn, useSounds } from './sounds';
import { tellShare } from './tell-share';
import type { PartsForm, ShareDetail } from './wire';
import { t as tk } from './words-of-kinds';
import { t } from './words-of-share';

const WhyHere = late(
  () => import('../origins/WhyHere'),
  () => null,
);

export default function WriteShare() {
  const id = useRoute().params['id'] ?? '';
  const read = useShare(id);
  const share = read.value;
  if (share && share.author.id === me.value?.id) return <Writing key={id} share={share} />;
  return (
    <Page title={t('writeTitle')} back="/shares">
      <ReadNote of={read} />
      {!read.error && <Skeleton rows={4} />}
    </Page>
  );
}

function Writing({ share }: { share: ShareDetail }) {
  const { route } = useLocation();
  const { id, kind } = share;
  const isTold = share.state === 'published';
  const draft = useDraft<PartsForm>(shareDraft(id), formOf(share.words, share.parts));
  const form = draft.value.value;
  const sounds = useSounds(share);
  const { problem, busy, press } = useTelling(async () => {
    const wishes = await finish(share, sounds);
    if (!saysSomething(kind, form, spokenIn(share, wishes))) return false;
    await tellShare(share, form, wishes);
    route('/shares', true);
    return true;
  });
  const away = async () => {
    await draft.discard();
    await letBe(share);
    say(t('letBeDone'));
    route('/', true);
  };
  return (
    <Page
      title={tk(kind)}
      meta={ofDeal(share.deal)}
      back={isTold ? `/shares/${id}` : '/'}
      dock={
        <>
          <Button look="main" busy={busy} busyLabel={t('saving')} onClick={press}>
            {t(isTold ? 'save' : 'tell')}
          </Button>
          {!isTold && (
            <Button look="quiet" onClick={away}>
              {t('letBe')}
            </Button>
          )}
        </>
      }
    >
      {!isTold && <Note icon={lock}>{t('onlyYou')}</Note>}
      <WhyBegun of={share} />
      <PartFields
        kind={kind}
        form={form}
        problem={problem}
        onChange={(next) => (draft.value.value = next)}
        aloud={(key) => <SoundField share={share} of={key} sounds={sounds} />}
      />
    </Page>
  );
}

/** What the method began has its reason: the round and the visit that proved it, the visit told of, or the goal. */
function WhyBegun({ of: { origin, proof_visit_id: proof } }: { of: ShareDetail }) {
  if (!origin) return null;
  return (
    <>
      {proof && <p>{t('proved')}</p>}
      {origin.kind === 'goal' && <p>{t('howMet')}</p>}
      <WhyHere origin={origin} />
    </>
  );
}
