/** The debrief as a form: where it begins, what is still to be written, what is sent. Pure. */
import { daysAfter } from '../kit/i18n/format';
import type { Seat } from './at-hand';
import type { Correction, Debrief, DebriefFields } from './wire';

export const TEXTS = [
  'well',
  'stuck',
  'strength_one',
  'strength_two',
  'change',
  'action',
  'action_seen',
  'promise',
] as const;
export const MARKS = ['mark_preparation', 'mark_script', 'mark_result'] as const;
export const CORRECTIONS: readonly Correction[] = ['direction', 'method', 'knowledge', 'skill'];
const DUES = ['action_due', 'promise_due'] as const;

export type TextField = (typeof TEXTS)[number];
export type MarkField = (typeof MARKS)[number];
type DueField = (typeof DUES)[number];

export type DebriefForm = Record<TextField, string> &
  Record<MarkField, number | null> &
  Record<DueField, string> & { correction: Correction | null };

/** From what this person wrote last; the other's own words are shown beside it, not put in the mouth. */
export function formOf(
  debrief: Debrief | null,
  { me, day }: { me: string; day: string },
): DebriefForm {
  const mine: Partial<DebriefFields> = debrief?.versions.find(({ by }) => by.id === me) ?? {};
  const texts = Object.fromEntries(TEXTS.map((name) => [name, mine[name] ?? '']));
  const marks = Object.fromEntries(MARKS.map((name) => [name, mine[name] ?? null]));
  const dues = Object.fromEntries(DUES.map((name) => [name, mine[name] ?? daysAfter(day, 2)]));
  return { ...texts, ...marks, ...dues, correction: mine.correction ?? null } as DebriefForm;
}

/** The apprentice's version holds the own words; all else is the mentor's to write. */
export function fieldsSent(form: DebriefForm, seat: Seat): Record<string, unknown> {
  const { well, stuck } = form;
  if (seat === 'apprentice') return { well: orNull(well), stuck: orNull(stuck) };
  const texts = Object.fromEntries(TEXTS.map((name) => [name, orNull(form[name])]));
  const marks = Object.fromEntries(MARKS.map((name) => [name, form[name]]));
  const dues = {
    action_due: form.action.trim() ? form.action_due || null : null,
    promise_due: form.promise.trim() ? form.promise_due || null : null,
  };
  return { ...texts, ...marks, ...dues, correction: form.correction };
}

/** What a mentor has not written yet, in the order in which it stands. */
export function lacking(
  form: DebriefForm,
  apprentice: Pick<DebriefFields, 'well' | 'stuck'> | null,
): string[] {
  const spoken = form.well.trim() || form.stuck.trim() || apprentice?.well || apprentice?.stuck;
  const texts = TEXTS.filter((name) => name !== 'well' && name !== 'stuck' && !form[name].trim());
  const marks = MARKS.filter((name) => form[name] === null);
  return [...(spoken ? [] : ['well']), ...marks, ...texts];
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
