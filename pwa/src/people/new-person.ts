/** Somebody as they stand in a form: new, or to be changed. Pure. */
import { uuid7 } from '../kit/api/uuid7';
import { dayOf } from '../kit/i18n/format';
import type { PersonNew, PersonRead, Team } from './wire';

export type PersonForm = Pick<
  PersonRead,
  'family_name' | 'given_name' | 'login' | 'role' | 'team_id' | 'newcomer' | 'joined_on'
>;
export type NewPersonForm = PersonForm & Pick<PersonNew, 'id' | 'language'>;
export type Missing = 'family' | 'given' | 'login' | 'team' | 'day';

const LOGIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,58}$/;
/** Work in a team; the others look after all of them. */
const IN_A_TEAM: readonly PersonNew['role'][] = ['rep', 'manager', 'regional_manager'];

export function blankPerson(team_id: string | null): NewPersonForm {
  return {
    id: uuid7(),
    login: '',
    family_name: '',
    given_name: '',
    role: 'rep',
    team_id,
    newcomer: true,
    joined_on: dayOf(),
  };
}

export function whatIsMissing(form: PersonForm): Missing[] {
  const missing: Missing[] = [];
  if (!form.family_name.trim()) missing.push('family');
  if (!form.given_name.trim()) missing.push('given');
  if (!LOGIN.test(form.login.trim())) missing.push('login');
  if (worksInATeam(form.role) && !form.team_id) missing.push('team');
  if (!form.joined_on) missing.push('day');
  return missing;
}

/** Only a rep is a newcomer. */
export function personOf(form: NewPersonForm): PersonNew {
  return {
    ...form,
    login: form.login.trim(),
    family_name: form.family_name.trim(),
    given_name: form.given_name.trim(),
    newcomer: form.newcomer && form.role === 'rep',
  };
}

export function worksInATeam(role: PersonRead['role']): boolean {
  return IN_A_TEAM.includes(role);
}

/** A regional manager leads a region; whoever else works in a team works in a team. */
export function teamsFor(role: PersonRead['role'], teams: readonly Team[]): Team[] {
  if (!worksInATeam(role)) return [...teams];
  const kind = role === 'regional_manager' ? 'region' : 'team';
  return teams.filter((team) => team.kind === kind);
}
