import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayInSentence, dayOf, relativeDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { pendingOf, useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { tray } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Ours, Talk } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import WhyHere from '../origins/WhyHere';
import { ReadNote } from '../people/ReadNote';
import { reply } from './actions';
import { nameOf, placeOf } from './EvidencePick';
import { FormSheet } from './FormSheet';
import { promiseLane, REPLIED, replyDraft } from './promises';
import { useEvidence, usePromise } from './remote';
import { Words } from './SettleSheet';
import type { Commitment } from './wire';
import { t as tp } from './words';
import { t } from './words-of-outcomes';

const MOST_WORDS = 200;

interface Props {
  id: string;
  onClose: () => unknown;
}

/** A promise that was settled: whose word it is, the record that shows it, and how the other side sees it. */
export default function OutcomeSheet({ id, onClose }: Props) {
  const read = usePromise(id);
  const promise = read.value;
  const [replies, setReplies] = useState(false);
  if (promise && replies) return <ReplySheet promise={promise} onClose={() => setReplies(false)} />;
  return (
    <Sheet open title={t('title')} onClose={onClose}>
      <ReadNote of={read} />
      {!promise && !read.error && <Skeleton rows={3} />}
      {promise && <Settled promise={promise} />}
      {promise && mayReply(promise) && (
        <Button onClick={() => setReplies(true)}>
          {t(promise.replies.length > 0 ? 'addAnother' : 'seeDifferently')}
        </Button>
      )}
      <Button look="quiet" onClick={onClose}>
        {t('close')}
      </Button>
    </Sheet>
  );
}

function Settled({ promise }: { promise: Commitment }) {
  const { outcome, outcome_reason: reason, settled_by: by, settled_at: at } = promise;
  return (
    <>
      <Words of={promise} />
      <WhyHere origin={promise.origin} />
      <p>
        <strong>{outcome && tp(outcome)}</strong>
        {reason && <span lang={languageOf(reason)}>: {reason}</span>}
      </p>
      {by && at && (
        <p class="meta">{t('saidBy', { name: fullName(by), day: dayInSentence(dayOf(at)) })}</p>
      )}
      {promise.evidence && <SeenBy promise={promise} />}
      <Replies of={promise} />
    </>
  );
}

function SeenBy({ promise }: { promise: Commitment }) {
  const chosen = useEvidence(promise.id).value?.chosen;
  if (!chosen) return null;
  return (
    <Rows label={t('seenBy')}>
      <Row
        href={placeOf(chosen, promise.owner.id === me.value?.id)}
        title={nameOf(chosen)}
        meta={t('seenBy')}
      />
    </Rows>
  );
}

/** Every sentence, the earliest first; what lies on this phone stands last. */
function Replies({ of: { id, replies } }: { of: Commitment }) {
  const unsent = pendingOf(REPLIED).filter(({ lane }) => lane === promiseLane(id));
  return (
    <>
      {replies.map(({ id: key, by, words, said_to, at }) => (
        <div key={key}>
          <Talk>
            <Ours lang={languageOf(words)}>{words}</Ours>
          </Talk>
          <p class="meta">
            {fullName(by)} · {relativeDay(dayOf(at))} · {t('saidTo', { outcome: tp(said_to) })}
          </p>
        </div>
      ))}
      {unsent.map(({ id: key, body }) => (
        <div key={key}>
          <Talk>
            <Ours>{(body as { words: string }).words}</Ours>
          </Talk>
          <Tag icon={tray}>{tp('waits')}</Tag>
        </div>
      ))}
    </>
  );
}

function ReplySheet({ promise, onClose }: { promise: Commitment; onClose: () => unknown }) {
  const draft = useDraft(replyDraft(promise.id), { words: '' });
  const { words } = draft.value.value;
  const name = promise.settled_by ? callName(promise.settled_by) : '';
  const save = async () => {
    await reply(promise, words);
    say(t('kept', { name }));
  };
  return (
    <FormSheet
      title={t('seeDifferently')}
      lacks={() => (words.trim() ? null : t('lackWords'))}
      save={save}
      onClose={onClose}
    >
      <Field
        label={t('yours')}
        hint={t('yoursHint', { name })}
        name="words"
        lines={2}
        maxLength={MOST_WORDS}
        value={words}
        onInput={(typed) => (draft.value.value = { words: typed })}
      />
    </FormSheet>
  );
}

/** One of the two, and not the one whose word it is. */
function mayReply({ owner, to, settled_by: by }: Commitment): boolean {
  const mine = me.value?.id;
  return by !== null && by.id !== mine && [owner.id, to.id].includes(mine ?? '');
}
