/** The tips of the team, with what lies unsent on this phone laid over them. Pure. */
import type { Item } from '../kit/outbox';
import type { Origin, PersonRef, Share, TipForm } from './wire';

export const TIP = 'tip';

export interface Tip extends Omit<TipForm, 'origin'> {
  author: PersonRef;
  origin: Origin['kind'] | null;
  at: string;
  /** Null while the server does not have it. */
  version: number | null;
  isUnsent: boolean;
}

export function tipLane(id: string): string {
  return `share:${id}`;
}

/** Where its form keeps what is typed; the outbox opens an item for Edit under the same name. */
export function tipDraft(id: string): string {
  return `${TIP}:${tipLane(id)}`;
}

/** `unsent` are the outbox items of this kind, in order. */
export function tipsAtHand(read: readonly Share[], unsent: readonly Item[], me: PersonRef): Tip[] {
  const known = new Set(read.map(({ id }) => id));
  const born = unsent
    .filter(({ method, body }) => method === 'POST' && !known.has((body as TipForm).id))
    .map((item) => bornTip(item, me))
    .reverse();
  return [...born, ...read.map(tipOf)].flatMap((tip) => withUnsent(tip, unsent));
}

export function tipOf({ published_at, origin, ...share }: Share): Tip {
  const { id, words, type_key, author, version } = share;
  return {
    ...{ id, words, type_key, author, version, at: published_at ?? '' },
    origin: origin?.kind ?? null,
    isUnsent: false,
  };
}

function bornTip({ body, savedAt }: Item, author: PersonRef): Tip {
  const { id, words, type_key, origin } = body as TipForm;
  return {
    ...{ id, words, type_key, author, version: null },
    origin: origin?.kind ?? null,
    at: new Date(savedAt).toISOString(),
    isUnsent: true,
  };
}

function withUnsent(tip: Tip, unsent: readonly Item[]): Tip[] {
  const own = unsent.filter(({ lane }) => lane === tipLane(tip.id));
  if (own.some(({ method }) => method === 'DELETE')) return [];
  const change = own.findLast(({ method }) => method === 'PATCH');
  if (!change) return [tip];
  const { words } = change.body as Pick<TipForm, 'words'>;
  return [{ ...tip, words, isUnsent: true }];
}
