/** Who would sit down now, and for the how-manieth round. */
import { dayOf } from '../kit/i18n/format';
import { myself } from './people';
import { myDrills } from './remote';
import { firstSeats, peopleOf, type Seats } from './seats';
import { nextNumber, partnersOf, useTonight, type Tonight } from './tonight';

/** Null while nobody sits beside me. */
export function seatsNow(tonight: Tonight): Seats | null {
  const self = myself();
  return self && firstSeats(self, partnersOf(tonight, myDrills().value?.items, self.id));
}

export function idsAt(seats: Seats): string[] {
  return peopleOf(seats).map(({ id }) => id);
}

/** The number of the round that would begin now. */
export function useNextNumber(): number {
  const tonight = useTonight().value.value;
  const seats = seatsNow(tonight);
  return seats ? nextNumber(tonight, idsAt(seats), dayOf()) : 1;
}
