/** Who could sit at the table, and how people are called, also without a network. */
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { meRead } from '../people/me-remote';
import { besideOf, type Beside } from './beside';
import { eveningAtHand, type EveningNow } from './evening-at-hand';
import { myself } from './myself';
import { eveningRead, myDrills, teamMates } from './remote';
import { refOf } from './seats';
import type { Known } from './drill';
import type { Tonight } from './tonight';
import { unsentOfEvening } from './unsent';
import type { DrillCard, PersonRef } from './wire';

/** The team and those who walk beside me; never myself. */
export function colleagues(): PersonRef[] {
  const self = meRead().value;
  const near = [self?.mentor, self?.manager, ...(self?.apprentices ?? [])].filter(
    (person) => person != null,
  );
  const found = new Map<string, PersonRef>();
  for (const person of [...(teamMates().value?.items ?? []), ...near]) {
    if (person.id !== me.value?.id) found.set(person.id, refOf(person));
  }
  return [...found.values()];
}

/** Everybody this phone can call by name. */
export function knownPeople(partners: readonly PersonRef[] = []): Known {
  const self = me.value;
  const met = (myDrills().value?.items ?? []).flatMap(({ people }) => people);
  const all = [...met, ...partners, ...colleagues(), ...(self ? [refOf(self)] : [])];
  return new Map(all.map((person) => [person.id, person]));
}

export function eveningNow(): EveningNow {
  return eveningAtHand(eveningRead().value, unsentOfEvening(), { day: dayOf(), me: myself() });
}

export function besideNow(
  tonight: Tonight,
  { drills, me: self }: { drills?: readonly DrillCard[] | undefined; me?: string } = {},
): Beside {
  return besideOf(tonight, {
    evening: eveningNow(),
    drills: drills ?? myDrills().value?.items,
    known: knownPeople(tonight.partners),
    me: self ?? me.value?.id ?? '',
    day: dayOf(),
  });
}

export { myself };
