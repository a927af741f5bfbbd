import { turnCover } from './round';
import type { Table } from './use-round';

/** From now on the clock runs, and the evening leads back here until the round is over. */
export function startClock({ play, step, tonight }: Table): void {
  step(turnCover(play, new Date()));
  tonight.value.value = { ...tonight.value.peek(), open: play.cardId };
  void tonight.keep();
}
