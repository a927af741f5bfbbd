/** The working calendar, month by month. Pure. */
import { daysAfter } from '../kit/i18n/format';
import type { CalendarDay } from './wire';

export interface Month {
  /** Its first day that is shown. */
  first: string;
  /** Empty places before that day, so that every Monday stands in the first column. */
  blank: number;
  days: CalendarDay[];
}

/** So many days are shown at first, and again so many at each wish for more. */
export const SPAN = 62;
/** The server tells at most 370 days at once. */
export const FARTHEST = 365;

export function monthsOf(days: readonly CalendarDay[]): Month[] {
  const months: Month[] = [];
  for (const day of days) {
    const month = months.at(-1);
    if (month?.first.slice(0, 7) === day.day.slice(0, 7)) month.days.push(day);
    else months.push({ first: day.day, blank: weekdayOf(day.day) - 1, days: [day] });
  }
  return months;
}

/** 1 is Monday, as everywhere. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** Days that the organisation itself decided, the next one first. */
export function decided(days: readonly CalendarDay[]): CalendarDay[] {
  return days.filter(({ name }) => name !== null);
}

export function withDay(days: readonly CalendarDay[], changed: CalendarDay): CalendarDay[] {
  return days.map((one) => (one.day === changed.day ? changed : one));
}

export function lastDay(first: string, count: number): string {
  return daysAfter(first, Math.min(count, FARTHEST) - 1);
}
