import { myself } from './myself';
import { turnCover } from './round';
import { peopleOf } from './seats';
import { waitNoLonger } from './sit-down';
import type { Table } from './use-round';

/**
 * From now on the clock runs, and the evening leads back here until the round is over. Whoever was
 * only suggested sits here now, too, and waits for nobody else.
 */
export function startClock({ play, step, tonight }: Table): void {
  step(turnCover(play, new Date()));
  tonight.value.value = { ...tonight.value.peek(), open: play.cardId };
  void tonight.keep();
  void waitNoLonger(peopleOf(play.seats).filter(({ id }) => id !== myself()?.id));
}
