/** Who looks after whom, as the server holds it. Pure. */
import type { Me, PersonCard } from './wire';

/** Managers look after the reps of their team, admins after everybody but themselves. */
export function isInMyCare(mine: Me, person: PersonCard): boolean {
  if (mine.role === 'admin') return person.id !== mine.id;
  return mine.role === 'manager' && person.role === 'rep' && person.team_id === mine.team_id;
}

/** May add people, and let them out and in. */
export function looksAfterPeople({ role }: Pick<Me, 'role'>): boolean {
  return role === 'admin' || role === 'manager';
}
