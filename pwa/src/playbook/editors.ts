import type { Person } from '../kit/api/person';

/** Everybody reads the playbook; trainer and admin keep it. */
export function mayEdit(person: Person | null): boolean {
  return person?.role === 'trainer' || person?.role === 'admin';
}
