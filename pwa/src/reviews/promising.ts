/** Who promises in a review, and what is still missing before both may agree. Pure. */
import type { PersonRef, Review } from './wire';

/** Host and person; in a team's review whoever sits there promises for themselves, too. */
export function ownersOf(review: Review, me: PersonRef | null = null): PersonRef[] {
  const named = review.promises.map(({ owner }) => owner);
  const known = new Map<string, PersonRef>();
  const seats = [review.person, review.host, review.person ? null : me, ...named];
  for (const one of seats) if (one && !known.has(one.id)) known.set(one.id, one);
  return [...known.values()];
}

export type Lack = 'person' | 'host' | null;

/** At least one promise of each side. */
export function lackOf({ promises, host }: Review): Lack {
  if (!promises.some(({ owner }) => owner.id !== host.id)) return 'person';
  return promises.some(({ owner }) => owner.id === host.id) ? null : 'host';
}

/** Whose own tap it takes: the host's, and of each who promises. */
export function tappersOf({ host, person, promises }: Review): PersonRef[] {
  const known = new Map<string, PersonRef>();
  for (const one of [host, person, ...promises.map(({ owner }) => owner)]) {
    if (one && !known.has(one.id)) known.set(one.id, one);
  }
  return [...known.values()];
}

/** Whose tap is still awaited, also by what lies unsent here. */
export function awaitedOf(review: Review): PersonRef[] {
  const tapped = review.agreements.map(({ person }) => person.id);
  return tappersOf(review).filter(({ id }) => !tapped.includes(id));
}
