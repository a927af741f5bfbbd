/** What the last evening on a client agreed, from the days this phone has read. Pure. */
import type { TodayRead } from '../today/wire';
import type { Agreed } from './wire';

/** The first of these days on which the client stands with agreed lines; the newest evening's. */
export function agreedBefore(
  client: string,
  days: readonly (TodayRead | undefined)[],
): readonly Agreed[] {
  const cards = days.flatMap((day) => day?.visits ?? []);
  const card = cards.find((one) => one.client.id === client && one.prep.agreed.length > 0);
  return card?.prep.agreed ?? [];
}
