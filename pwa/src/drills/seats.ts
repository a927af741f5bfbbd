/** Who sits where in a round. Pure. */
import type { PersonRef } from './wire';

export interface Seats {
  rep: PersonRef;
  boss: PersonRef;
  /** With three people the third one watches. */
  observer: PersonRef | null;
}

/** Whose client it is plays the rep first; the first partner is the boss. */
export function firstSeats(me: PersonRef, partners: readonly PersonRef[]): Seats | null {
  const [boss, observer] = partners;
  return boss ? { rep: me, boss, observer: observer ?? null } : null;
}

/** The rep becomes the boss; with three, the boss watches next and whoever watched plays. */
export function swapped({ rep, boss, observer }: Seats): Seats {
  return observer
    ? { rep: observer, boss: rep, observer: boss }
    : { rep: boss, boss: rep, observer: null };
}

export function peopleOf({ rep, boss, observer }: Seats): PersonRef[] {
  return observer ? [rep, boss, observer] : [rep, boss];
}

export function samePeople(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}

/** Name parts only, so that a draft does not carry the whole directory line. */
export function refOf({ id, family_name, given_name, latin_name }: PersonRef): PersonRef {
  return { id, family_name, given_name, latin_name };
}
