/** What somebody does with a tip. Each is kept on the phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { discard, enqueue, items, onDelivered, type Item } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import { addresses, SHARE_READS } from './remote';
import { TIP, tipDraft, tipLane, type Tip } from './tips';
import type { TipForm } from './wire';
import { t } from './words';

export async function tellTip(form: TipForm): Promise<void> {
  const words = form.words.trim();
  await enqueue({
    ...ofTip(form.id, words),
    method: 'POST',
    path: addresses.shares,
    body: { ...form, kind: TIP, words },
  });
}

/** Its words put right, whether the server has it already or not. */
export async function changeTip(form: TipForm, version: number | null): Promise<void> {
  const words = form.words.trim();
  const change = { method: 'PATCH' as const, path: addresses.share(form.id), body: { words } };
  const shared = { ...ofTip(form.id, words), draft: tipDraft(form.id) };
  const birth = unsentOf(form.id, 'POST');
  if (birth) {
    const body = { ...(birth.body as object), words };
    const again = { method: 'POST' as const, path: addresses.shares, body };
    await enqueue({ ...shared, ...again, edits: birth.id, change });
    return;
  }
  const before = unsentOf(form.id, 'PATCH');
  const ifMatch = version === null ? 'last' : `"${version}"`;
  await enqueue({ ...shared, ...change, ifMatch, change, ...(before && { edits: before.id }) });
}

/** Returns the way back: while it waits the wish is dropped, afterwards the tip is told anew. */
export async function withdrawTip(tip: Tip, origin: TipForm['origin']): Promise<() => unknown> {
  const birth = unsentOf(tip.id, 'POST');
  if (birth && isUnsaid(birth)) return discard(birth.id);
  const id = await enqueue({
    ...ofTip(tip.id, tip.words),
    method: 'DELETE',
    path: addresses.share(tip.id),
  });
  return () => {
    const wish = items.peek().find((item) => item.id === id);
    if (wish && isUnsaid(wish)) return discard(wish.id);
    const { words, type_key } = tip;
    return tellTip({ id: uuid7(), words, type_key, origin });
  };
}

function ofTip(id: string, words: string) {
  return {
    kind: TIP,
    lane: tipLane(id),
    label: { detail: words, fields: { words: { name: t('words') } } },
  };
}

function unsentOf(id: string, method: Item['method']): Item | undefined {
  return items.value.findLast((item) => item.lane === tipLane(id) && item.method === method);
}

onDelivered(TIP, () => refresh(SHARE_READS));
