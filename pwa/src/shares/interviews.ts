/** A pair interview with what lies unsent on this phone laid over it. Pure. */
import type { Item } from '../kit/outbox';
import { callName } from '../kit/i18n/names';
import type { Interview, InterviewDetail, PersonRef, Seat, Worksheet } from './interviews-wire';

/** Kinds of outbox items. */
export const WORKSHEET = 'worksheet';
export const TAKEAWAY = 'takeaway';
export const INTERVIEW_DAY = 'interview-day';

export const LINES = ['went_well', 'stuck', 'tried', 'would_ask'] as const;
export const BLANK: Worksheet = { went_well: '', stuck: '', tried: '', would_ask: '' };
/** For both together (domain.md §2.3). */
export const MINUTES = 15;

export function interviewLane(id: string): string {
  return `pair-interview:${id}`;
}

export function draftOf(kind: typeof WORKSHEET | typeof TAKEAWAY, id: string): string {
  return `${kind}:${interviewLane(id)}`;
}

export function clockDraft(id: string): string {
  return `interview-clock:${id}`;
}

export function othersOf({ people }: Pick<Interview, 'people'>, me: string): PersonRef[] {
  return people.filter(({ id }) => id !== me);
}

export function namesOf(people: readonly PersonRef[], joined: string): string {
  return people.map(callName).join(joined);
}

/** My own seat as I left it, sent or not. */
export function mySeat(one: InterviewDetail, unsent: readonly Item[], me: string): Seat | null {
  const seat = one.seats.find(({ person }) => person.id === me);
  if (!seat) return null;
  const sheet = unsent.findLast(({ kind }) => kind === WORKSHEET)?.body as Worksheet | undefined;
  const line = unsent.findLast(({ kind }) => kind === TAKEAWAY)?.body as
    { words: string } | undefined;
  return {
    ...seat,
    ...(sheet && { worksheet: sheet, filled: true }),
    ...(line && { takeaway: line.words }),
  };
}

/** Whole, or nothing: a worksheet with three lines is not one yet. */
export function trimmed(sheet: Worksheet): Worksheet | null {
  const lines = LINES.map((line) => [line, sheet[line].trim()] as const);
  return lines.every(([, words]) => words) ? (Object.fromEntries(lines) as Worksheet) : null;
}

/** Seconds that are left of the talk. */
export function left(startedAt: number, now: number): number {
  return Math.max(0, MINUTES * 60 - Math.floor((now - startedAt) / 1000));
}
