/** What an admin may set, as it stands in the form. Pure. */
import type { Money } from '../kit/i18n/format';
import type { Grade, Organisation, OrganisationChange } from './wire';

export interface SettingsForm {
  name: string;
  zone: string;
  country: string;
  week: number[];
  evening_opens: string;
  evening_closes: string;
  quiet_until: string;
  round_minutes: number;
  topic_heard: number;
  big_order: Money | null;
  grades: Grade[];
}

export type Setting = keyof SettingsForm;
export type Wrong =
  | 'name'
  | 'zone'
  | 'week'
  | 'opens'
  | 'closes'
  | 'order'
  | 'quiet'
  | 'minutes'
  | 'heard'
  | 'amount';

export function formOf(row: Organisation): SettingsForm {
  const { name, zone, country, week, evening_opens, evening_closes } = row;
  const { quiet_until, round_minutes, topic_heard, big_order, grades } = row;
  return {
    name,
    zone,
    country,
    week,
    evening_opens,
    evening_closes,
    quiet_until,
    round_minutes,
    topic_heard,
    big_order,
    grades,
  };
}

/** What the server would refuse, said before it is asked. */
export function whatIsWrong(form: SettingsForm, zones: readonly string[]): Wrong[] {
  const wrong: Wrong[] = [];
  if (!form.name.trim()) wrong.push('name');
  if (!zones.includes(form.zone)) wrong.push('zone');
  if (form.week.length === 0) wrong.push('week');
  if (!form.evening_opens) wrong.push('opens');
  if (!form.evening_closes) wrong.push('closes');
  if (form.evening_opens >= form.evening_closes && form.evening_closes) wrong.push('order');
  if (!form.quiet_until) wrong.push('quiet');
  if (!(form.round_minutes >= 1 && form.round_minutes <= 60)) wrong.push('minutes');
  if (!(form.topic_heard >= 1 && form.topic_heard <= 200)) wrong.push('heard');
  if (form.big_order === null) wrong.push('amount');
  return wrong;
}

export function changeOf({ big_order, ...patch }: Partial<SettingsForm>): OrganisationChange {
  return { ...patch, ...(big_order && { big_order }) };
}

/** The days in the order of the week, with one more or one less. */
export function withDay(week: readonly number[], day: number, worked: boolean): number[] {
  const others = week.filter((one) => one !== day);
  return (worked ? [...others, day] : others).sort();
}

/** Zones of the IANA list; the one that holds now is among them whatever the browser calls it. */
export function zonesWith(zone: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
}

/** Every country the browser has a name for, by name; none stands first. */
export function countries(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const order = new Intl.Collator(language).compare;
  return codes
    .map((value) => ({ value, label: names.of(value) ?? '' }))
    .filter(({ label }) => label !== '')
    .sort((one, other) => order(one.label, other.label));
}
