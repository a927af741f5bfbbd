/** One request: what is hard, what was said, and on a wide screen the client beside it. */
import { useRoute } from 'preact-iso';
import { NoAnswer } from '../kit/api/problem';
import { me } from '../kit/api/session';
import { momentOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { helpAtHand, type HelpShown } from './at-hand';
import { ClientSide } from './ClientSide';
import { HelpCard } from './HelpCard';
import { helpLane } from './kinds';
import { useHelp } from './remote';
import { useAgain } from './use-again';
import type { PersonRef } from './wire';
import { t as tc } from './words';
import { t } from './words-of-thread';

export default function HelpRequest() {
  const id = useRoute().params['id'] ?? '';
  const read = useHelp(id);
  const person = me.value;
  if (!person) return null;
  const request = helpAtHand(read.value?.request, pending(helpLane(id)), person);
  if (!request) return <NotShown error={read.error} read={read} />;
  return <Shown request={request} read={read} me={person} />;
}

interface ShownProps {
  request: HelpShown;
  read: ReturnType<typeof useHelp>;
  me: PersonRef;
}

function Shown({ request, read, me: person }: ShownProps) {
  useAgain(() => read.reload(), request.state !== 'solved' && !request.isUnsent);
  const beside = read.value;
  return (
    <Page
      title={request.asker.id === person.id ? tc('title') : fullName(request.asker)}
      meta={metaOf(request)}
      back="/help-requests"
      refresh={[read]}
    >
      {!request.isUnsent && <ReadNote of={read} />}
      <div class="stack split half">
        <HelpCard key={request.id} request={request} beside={beside} me={person} />
        <ClientSide request={request} beside={beside} me={person} />
      </div>
    </Page>
  );
}

function metaOf({ client, happened_at }: HelpShown): string {
  const when = t('askedAt', { when: momentOf(happened_at) });
  return [client?.name, when].filter(Boolean).join(' · ');
}

interface NotShownProps {
  error: Error | null;
  read: ReturnType<typeof useHelp>;
}

function NotShown({ error, read }: NotShownProps) {
  const action = <LinkButton href="/help-requests">{t('toList')}</LinkButton>;
  return (
    <Page title={tc('title')} back="/help-requests">
      {!error && <Skeleton />}
      {error instanceof NoAnswer && <ReadNote of={read} />}
      {error && !(error instanceof NoAnswer) && (
        <Empty title={t('gone')} action={action}>
          {t('goneWhy')}
        </Empty>
      )}
    </Page>
  );
}
