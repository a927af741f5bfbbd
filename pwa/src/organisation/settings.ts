/** What an admin may set, as it stands in the form. Pure. */
import type { Money } from '../kit/i18n/format';
import type { Grade, Rung, Organisation, OrganisationChange } from './wire';

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
  rungs: Rung[];
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
  const { quiet_until, round_minutes, topic_heard, big_order, rungs, grades } = row;
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
    rungs,
    grades,
  };
}

/** One rung earlier; the ladder always holds each of the four once. */
export function earlier(rungs: readonly Rung[], at: number): Rung[] {
  const moved = [...rungs];
  moved.splice(at - 1, 2, ...rungs.slice(at - 1, at + 1).reverse());
  return moved;
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

/** Zones of the IANA list; the one that holds now stands under its own name and not under the browser's too. */
export function zonesWith(zone: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  if (known.includes(zone)) return known;
  const called = calledHere(zone);
  return [zone, ...known.filter((one) => one !== called)];
}

/** "Asia/Calcutta" where the browser still calls Asia/Kolkata so. */
function calledHere(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null; // a zone newer than the browser
  }
}

/** What has a name and is no country: unions, groups, and codes that browsers keep for themselves. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'];

/** A code that has been replaced is named like its successor: DD and DE were both Germany. */
function isCountry(code: string): boolean {
  return !NO_COUNTRIES.includes(code) && new Intl.Locale(`und-${code}`).region === code;
}

/** Every country the browser has a name for, once, by name; none stands first. */
export function countries(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const order = new Intl.Collator(language).compare;
  return codes
    .filter(isCountry)
    .map((value) => ({ value, label: names.of(value) ?? '' }))
    .filter(({ label }) => label !== '')
    .sort((one, other) => order(one.label, other.label));
}
