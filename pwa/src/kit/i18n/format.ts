/**
 * Days, times and money as people read them, in the zone of the organisation: a rep abroad still
 * reads the team's clock. A day is "YYYY-MM-DD", an instant an RFC 3339 text or a Date.
 */
import { signal } from '@preact/signals';
import { lang } from './lang';
import { t } from './words-of-time';

export interface Money {
  amount_minor: number;
  currency: string;
}

type Instant = string | Date;

const KEPT_AS = 'zone';
const DAY_MS = 86_400_000;

/** IANA name, kept so that the app reads right when it opens offline. */
export const zone = signal(localStorage.getItem(KEPT_AS) ?? 'Asia/Shanghai');

export function liveIn(name: string): void {
  localStorage.setItem(KEPT_AS, name);
  zone.value = name;
}

/** The local day of an instant, "YYYY-MM-DD"; without one, today. */
export function dayOf(instant: Instant = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone.value, dateStyle: 'short' });
  return parts.format(new Date(instant));
}

/** "YYYY-MM-DD" so many days later (or earlier); calendar days, not working days. */
export function daysAfter(day: string, count: number): string {
  return new Date(noon(day).getTime() + count * DAY_MS).toISOString().slice(0, 10);
}

/** "Thursday 26 March" · "3月26日 星期四" */
export function longDay(day: string): string {
  if (lang.value === 'en') {
    return `${inDay(day, { weekday: 'long' })} ${inDay(day, { day: 'numeric', month: 'long' })}`;
  }
  return `${inDay(day, { day: 'numeric', month: 'long' })} ${inDay(day, { weekday: 'long' })}`;
}

/** "26 Mar" · "3月26日", with the year when it is not this one. */
export function shortDay(day: string): string {
  const other = day.slice(0, 4) !== dayOf().slice(0, 4);
  return inDay(day, { day: 'numeric', month: 'short', ...(other && { year: 'numeric' }) });
}

/** "Thursday" · "星期四" */
export function weekday(day: string): string {
  return inDay(day, { weekday: 'long' });
}

/** "Thu" · "周四" */
export function shortWeekday(day: string): string {
  return inDay(day, { weekday: 'short' });
}

/** "October 2026" · "2026年10月", of any day in it. */
export function monthOf(day: string): string {
  return inDay(day, { month: 'long', year: 'numeric' });
}

/** "May" · "5月" */
export function month(day: string): string {
  return inDay(day, { month: lang.value === 'en' ? 'long' : 'numeric' });
}

/** "Today", "Tomorrow", "Yesterday", the weekday within six days, else the short day. */
export function relativeDay(day: string): string {
  const away = daysAway(day);
  if (away === 0) return t('today');
  if (away === 1) return t('tomorrow');
  if (away === -1) return t('yesterday');
  return away > 0 && away < 7 ? weekday(day) : shortDay(day);
}

/** "tomorrow", "Friday", "3 Dec": English writes only some of them small inside a sentence. */
export function dayInSentence(day: string): string {
  const said = relativeDay(day);
  return Math.abs(daysAway(day)) < 2 ? said.toLowerCase() : said;
}

/** The beginning of a sentence or of a tag; a language without capitals stays as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "10:05", always 24 hours. */
export function timeOf(instant: Instant): string {
  return new Intl.DateTimeFormat(locale(), {
    timeZone: zone.value,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** "Today 10:05" · "今天 10:05" */
export function momentOf(instant: Instant): string {
  return `${relativeDay(dayOf(instant))} ${timeOf(instant)}`;
}

/** "today 10:05": the same inside a sentence. */
export function momentInSentence(instant: Instant): string {
  return `${dayInSentence(dayOf(instant))} ${timeOf(instant)}`;
}

/** "¥29,800"; cents only when there are any. */
export function money({ amount_minor, currency }: Money): string {
  const shape = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const digits = shape.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = amount_minor / 10 ** digits;
  if (!Number.isInteger(amount)) return shape.format(amount);
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).format(amount);
}

/** Minor units from what was typed ("29,800.50"); null when it is not a sum of money. */
export function minorUnits(typed: string, currency: string): number | null {
  const plain = typed.replace(/[,，\s]/g, '');
  if (!/^\d{1,12}(\.\d+)?$/.test(plain)) return null;
  const shape = new Intl.NumberFormat('en', { style: 'currency', currency });
  const minor = Number(plain) * 10 ** (shape.resolvedOptions().maximumFractionDigits ?? 2);
  const whole = Math.round(minor);
  return Math.abs(minor - whole) < 1e-6 ? whole : null;
}

function daysAway(day: string): number {
  return Math.round((noon(day).getTime() - noon(dayOf()).getTime()) / DAY_MS);
}

function inDay(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options }).format(noon(day));
}

/** A day is held at noon UTC, so that no zone can move it to its neighbour. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** British order (26 March) reads the same everywhere; the month before the day does not. */
function locale(): string {
  return lang.value === 'en' ? 'en-GB' : 'zh-CN';
}
