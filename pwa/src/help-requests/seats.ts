/** Whom I may ask: the people who walk beside me today. Pure. */
import type { Audience, Kind, PersonRef } from './wire';

export interface Around {
  manager: PersonRef | null;
  mentor: PersonRef | null;
  /** Who takes it in a manager's place; absent from what an older version of the app has kept. */
  peer?: PersonRef | null;
  /** How many others a word to the whole team reaches. */
  teammates: number;
}

export interface Seat {
  audience: Audience;
  person: PersonRef | null;
}

/** Only who is reached. Something personal is told to one person, so the team is not offered then. Unread, the manager is asked. */
export function seatsOf(around: Around | undefined, kind: Kind | null): Seat[] {
  if (!around) return [{ audience: 'manager', person: null }];
  const { manager, mentor, teammates, peer } = around;
  const isTeam = teammates > 0;
  // Whoever leads others asks those; who stands beside is for what is told to one.
  const above = manager ?? (isTeam && kind !== 'personal' ? null : peer);
  return [
    ...(above ? [{ audience: 'manager' as const, person: above }] : []),
    ...(mentor ? [{ audience: 'mentor' as const, person: mentor }] : []),
    ...(isTeam && kind !== 'personal' ? [{ audience: 'team' as const, person: null }] : []),
  ];
}

/** The one that was chosen as far as it still stands, else the first. */
export function seatFor(seats: readonly Seat[], audience: Audience): Seat | undefined {
  return seats.find((seat) => seat.audience === audience) ?? seats[0];
}
