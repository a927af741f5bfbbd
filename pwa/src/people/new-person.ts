/** Somebody new as they stand in the form. Pure. */
import { uuid7 } from '../kit/api/uuid7';
import { dayOf } from '../kit/i18n/format';
import type { Language, PersonNew } from './wire';

export type NewPersonForm = PersonNew & { team_id: string | null };
export type Missing = 'family' | 'given' | 'login' | 'team' | 'day';

const LOGIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,58}$/;
/** Work in a team; the others look after all of them. */
const IN_A_TEAM: readonly PersonNew['role'][] = ['rep', 'manager', 'regional_manager'];

export function blankPerson(team_id: string | null, language: Language): NewPersonForm {
  return {
    id: uuid7(),
    login: '',
    family_name: '',
    given_name: '',
    role: 'rep',
    team_id,
    newcomer: true,
    joined_on: dayOf(),
    language,
  };
}

export function whatIsMissing(form: NewPersonForm): Missing[] {
  const missing: Missing[] = [];
  if (!form.family_name.trim()) missing.push('family');
  if (!form.given_name.trim()) missing.push('given');
  if (!LOGIN.test(form.login.trim())) missing.push('login');
  if (IN_A_TEAM.includes(form.role) && !form.team_id) missing.push('team');
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
