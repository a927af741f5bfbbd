/** What somebody does with a promise. Each is kept on the phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { enqueue, onDelivered } from '../kit/outbox';
import { MOVED, promiseLane, REPLIED, replyDraft, SETTLED, settleDraft } from './promises';
import { addresses, keys } from './remote';
import type { Commitment, EvidenceRow, MoveForm, SettleForm } from './wire';
import { t } from './words';

/** `seen` is the record by which both see it, where one was chosen. */
export async function settle(
  promise: Commitment,
  form: SettleForm,
  seen: EvidenceRow | undefined,
): Promise<void> {
  const reason = form.reason.trim() || null;
  const evidence = seen ? { kind: seen.kind, id: seen.id } : null;
  await enqueue({
    ...about(promise),
    kind: SETTLED,
    method: 'PUT',
    path: addresses.outcome(promise.id),
    body: { outcome: form.outcome, reason, evidence },
    draft: settleDraft(promise.id),
  });
}

export async function moveDay(promise: Commitment, { due, why }: MoveForm): Promise<void> {
  await enqueue({
    ...about(promise),
    kind: MOVED,
    method: 'PUT',
    path: addresses.due(promise.id),
    body: { id: uuid7(), due, why: why.trim() },
  });
}

/** How I see it, beside the other side's word. */
export async function reply(promise: Commitment, words: string): Promise<void> {
  await enqueue({
    ...about(promise),
    kind: REPLIED,
    method: 'POST',
    path: addresses.replies(promise.id),
    body: { id: uuid7(), words: words.trim() },
    draft: replyDraft(promise.id),
  });
}

function about({ id, words }: Commitment) {
  const fields = { outcome: { name: t('howItWent') }, reason: { name: t('reason') } };
  return { lane: promiseLane(id), label: { detail: words, fields } };
}

for (const kind of [SETTLED, MOVED, REPLIED]) {
  onDelivered(kind, async () => {
    await Promise.all([refresh(keys.open), refresh(keys.ledger), refresh(keys.one)]);
  });
}
