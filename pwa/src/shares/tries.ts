/** What I want to try of what others told: what the server knows, with what lies unsent on this phone. Pure. */
import { daysAfter, dayOf } from '../kit/i18n/format';
import type { Item } from '../kit/outbox';
import type { ClientRef, Try, Tried } from './wire';

export const TRY = 'try';
export const TRY_WORD = 'try-word';

const NEWS_FOR = 7;

/** A share or a case, by its id. */
export type Idea = { share_id: string } | { case_id: string };

export interface Wish {
  id: string;
  client: ClientRef | null;
}

export interface WishBody {
  share_id?: string;
  case_id?: string;
  client_id: string | null;
  wished_at: string;
}

export function tryLane(id: string): string {
  return `try:${id}`;
}

/** My open wish about it; null where I have none, or said how it went. */
export function wishOf(idea: Idea, mine: readonly Try[], unsent: readonly Item[]): Wish | null {
  const [kind, record] = Object.entries(idea)[0] as ['share_id' | 'case_id', string];
  const gone = (id: string) => unsent.some((one) => one.lane === tryLane(id) && ends(one));
  const here = unsent.findLast(
    ({ kind: of, method, body }) =>
      of === TRY && method === 'PUT' && (body as WishBody)[kind] === record,
  );
  const stored = mine.find(({ of, result }) => of[kind] === record && result === null);
  const id = here?.lane.slice(tryLane('').length) ?? stored?.id;
  if (id === undefined || gone(id)) return null;
  return { id, client: here ? clientOf(here) : (stored?.client ?? null) };
}

/** What is news to whoever told it: the latest who wants to try it, or did. */
export function newsOf(tried: readonly Tried[], today: string = dayOf()): Tried | undefined {
  const since = daysAfter(today, -NEWS_FOR);
  return tried.find(
    ({ wished_at: at, day, result }) => (day ?? dayOf(at)) >= since && result !== 'not',
  );
}

function ends({ kind, method, body }: Item): boolean {
  if (kind === TRY_WORD) return (body as { result: unknown }).result !== null;
  return kind === TRY && method === 'DELETE';
}

function clientOf({ body, label }: Item): ClientRef | null {
  const id = (body as WishBody).client_id;
  return id === null ? null : { id, name: label.client ?? '' };
}
