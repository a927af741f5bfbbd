/** Promises at hand: what was read, with what lies unsent on this phone laid over it. Pure. */
import type { Item } from '../kit/outbox';
import type { Commitment, Owed } from './wire';

/** Kinds of outbox items. */
export const SETTLED = 'promise-outcome';
export const MOVED = 'promise-day';
export const REPLIED = 'promise-reply';

export function promiseLane(id: string): string {
  return `commitment:${id}`;
}

export function settleDraft(id: string): string {
  return `${SETTLED}:${promiseLane(id)}`;
}

export function replyDraft(id: string): string {
  return `${REPLIED}:${promiseLane(id)}`;
}

export interface OpenPromise extends Commitment {
  /** Its new day or its outcome is still on this phone. */
  isUnsent: boolean;
}

/** What is still open: one that was settled on this phone is not, also before it is sent. */
export function stillOpen(read: readonly Commitment[], unsent: readonly Item[]): OpenPromise[] {
  return read
    .map((one) => laidOver(one, unsent))
    .filter((one): one is OpenPromise => one !== null)
    .sort((one, other) => one.due.localeCompare(other.due));
}

function laidOver(one: Commitment, unsent: readonly Item[]): OpenPromise | null {
  const own = unsent.filter(({ lane }) => lane === promiseLane(one.id));
  if (own.some(({ kind }) => kind === SETTLED)) return null;
  const moved = own.findLast(({ kind }) => kind === MOVED);
  if (!moved) return { ...one, isUnsent: false };
  return { ...one, due: (moved.body as { due: string }).due, isUnsent: true };
}

/** In the order of the ledger: late, open, done; and what ended after its time without being done. */
export function inParts(owed: readonly Owed[], unsent: readonly Item[]) {
  const settled = new Set(unsent.filter(({ kind }) => kind === SETTLED).map(({ lane }) => lane));
  const waits = owed.filter((one) => !one.done_at && !settled.has(promiseLane(one.id)));
  return {
    late: waits.filter((one) => one.late),
    open: waits.filter((one) => !one.late),
    missed: owed.filter((one) => one.done_at && one.ending),
    done: owed.filter((one) => one.done_at && !one.ending),
  };
}
