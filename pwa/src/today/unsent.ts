import { pendingOf, type Item } from '../kit/outbox';
import { KINDS } from '../visits/kinds';

const OF_A_DAY = [
  KINDS.visit,
  KINDS.checkIn,
  KINDS.move,
  KINDS.cancellation,
  KINDS.realityCheck,
  'client-sheet',
  'round',
];

/** What lies on this phone and changes how a day looks, in the order it was written. Reactive. */
export function unsentOfDay(): Item[] {
  return OF_A_DAY.flatMap(pendingOf).sort((a, b) => a.place - b.place);
}
