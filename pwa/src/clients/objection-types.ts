import { inMyLanguage } from '../kit/i18n/names';
import { playbookRead } from './remote';

/** What objections are called, as far as this phone has read the playbook: by key. */
export function objectionsInWords(): Record<string, string> {
  const types = playbookRead().value?.objection_types ?? [];
  return Object.fromEntries(types.map(({ key, short }) => [key, inMyLanguage(short)]));
}
