/** What was said of evenings here: not this one, but that day. Pure. */
import type { Item } from '../kit/outbox';
import type { MovedHere, Postponement, PostponementNew } from './wire';

export function eveningLane(day: string): string {
  return `evening:${day}`;
}

/** What was said of other evenings without a network counts before what was read. */
export function movedHereAtHand(
  stored: MovedHere | null,
  unsent: readonly Item[],
  day: string,
): MovedHere | null {
  const told = unsent.filter(
    ({ kind, lane }) => kind === 'postponement' && lane !== eveningLane(day),
  );
  return told.reduce((moved: MovedHere | null, item) => {
    const from_day = item.lane.slice(eveningLane('').length);
    const said = postponementIn(item);
    if (said?.to_day === day) return { from_day, part: said.to_part };
    return moved?.from_day === from_day ? null : moved;
  }, stored);
}

export function postponementIn({ method, body }: Item): Postponement | null {
  if (method === 'DELETE') return null;
  const { reason, words = null, to_day, to_part } = body as PostponementNew;
  return { reason, words, to_day, to_part };
}
