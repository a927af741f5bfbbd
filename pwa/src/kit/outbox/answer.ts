import { isDelivered, problemOf, type Problem } from '../api/problem';
import type { Item } from './item';

/** What an answer, or none, means for the item. */
export type Answer =
  | { was: 'delivered'; etag: string | null; row: unknown }
  | { was: 'rejected'; status: number; problem: Problem }
  | { was: 'conflict'; problem: Problem; theirs: NonNullable<Item['theirs']> }
  | { was: 'later'; status: number | null; wait: number | null; everything: boolean }
  | { was: 'refused' };

const AGAIN = [408, 425, 429];
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 300_000;
/** Also when the server says "at once": a server that means it must not be asked without a pause. */
const SHORTEST_WAIT = 1_000;

/** No network, or a page of somebody in between: the item may or may not have arrived. */
export const noAnswer: Answer = { was: 'later', status: null, wait: null, everything: true };

export async function read(response: Response, item: Item): Promise<Answer> {
  if (isDelivered(response)) return delivered(response);
  const { status } = response;
  if (status < 400) return noAnswer;
  if (status === 401) return { was: 'refused' };
  if (status >= 500 || AGAIN.includes(status)) {
    const wait = retryAfter(response);
    return { was: 'later', status, wait, everything: status === 429 || status === 503 };
  }
  const problem = await problemOf(response);
  if (status === 412 && problem.current) return differs(response, problem, problem.current, item);
  return { was: 'rejected', status, problem };
}

/** Doubles with every try up to five minutes; the jitter keeps a team from coming back at once. */
export function backOff(tries: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries - 1, 20));
  return Math.round(longest * (0.5 + Math.random() / 2));
}

/** Fields of what was written that the stored row does not already hold; its id is no field. */
export function differing(body: unknown, row: Record<string, unknown>): string[] {
  const mine = (body ?? {}) as Record<string, unknown>;
  return Object.keys(mine).filter((field) => field !== 'id' && !holds(row[field], mine[field]));
}

async function delivered(response: Response): Promise<Answer> {
  // The status says it is stored; a body cut off on the way is no reason to send again.
  const row: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  return { was: 'delivered', etag: response.headers.get('ETag'), row };
}

/** A stale version is no conflict when the row already says what we wanted: the answer was lost. */
function differs(
  response: Response,
  problem: Problem,
  current: Record<string, unknown>,
  item: Item,
): Answer {
  const etag = response.headers.get('ETag') ?? `"${String(current.version)}"`;
  const row = recordIn(current, item.within);
  const said = item.method === 'PATCH' && differing(item.body, row).length === 0;
  return said
    ? { was: 'delivered', etag, row: current }
    : { was: 'conflict', problem, theirs: { row, etag } };
}

/** A step leads to a member, or to the one with this id in a list; a record that is gone is empty. */
function recordIn(whole: unknown, steps: readonly string[] = []): Record<string, unknown> {
  const found = steps.reduce<unknown>(
    (at, step) =>
      Array.isArray(at)
        ? (at as { id?: unknown }[]).find(({ id }) => id === step)
        : (at as Record<string, unknown> | null | undefined)?.[step],
    whole,
  );
  return (found ?? {}) as Record<string, unknown>;
}

/** Merge patch (RFC 7396): an object holds a part when it holds each of its members; null is absence. */
function holds(whole: unknown, part: unknown): boolean {
  if (part === null || part === undefined) return whole === null || whole === undefined;
  if (typeof part !== 'object') return whole === part;
  if (Array.isArray(part)) return JSON.stringify(whole) === JSON.stringify(part);
  if (typeof whole !== 'object' || whole === null) return false;
  const row = whole as Record<string, unknown>;
  return Object.entries(part).every(([key, value]) => holds(row[key], value));
}

/** Seconds or a date, as HTTP allows both; in milliseconds from now. */
function retryAfter(response: Response): number | null {
  const said = response.headers.get('Retry-After');
  if (!said) return null;
  const seconds = Number(said);
  const wait = Number.isNaN(seconds) ? Date.parse(said) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(SHORTEST_WAIT, wait);
}
