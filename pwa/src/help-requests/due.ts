/** A promise's time in words: how long there is, or since when it is over. Pure. */
import { lateness } from '../commitments/lateness';
import { dayOf, momentInSentence, timeOf } from '../kit/i18n/format';
import { t } from './words';

const MINUTE = 60_000;
const HOUR = 60;
/** The promise of "now", and a minute for clocks that differ. */
const AT_ONCE = 16;

/** "9 minutes left" within the hour, "by 20:00" today, "by Friday 20:00". */
export function dueInWords(due: string, now: number): string {
  const left = Math.ceil((Date.parse(due) - now) / MINUTE);
  if (left > 0 && left <= HOUR) return t('minutesLeft', { n: left });
  return t('by', {
    when: dayOf(due) === dayOf(new Date(now)) ? timeOf(due) : momentInSentence(due),
  });
}

/** The same inside a sentence: "answers within 9 min", "answers by 20:00". */
export function dueInSentence(due: string, now: number): string {
  const left = Math.ceil((Date.parse(due) - now) / MINUTE);
  return left > 0 && left <= HOUR ? t('withinMinutes', { n: left }) : dueInWords(due, now);
}

/** Needed now and asked while phones are silent: seen by nobody yet, and promised for the next morning. */
export function isForTheMorning(
  request: { needed: string; state: string } & Omit<Promised, 'owed'>,
  now: number,
): boolean {
  const { needed, state } = request;
  const due = promisedBy(request);
  if (needed !== 'now' || state !== 'raised' || due === null) return false;
  return Date.parse(due) - now > AT_ONCE * MINUTE;
}

/** "20 minutes late", "3 hours late", "2 days late"; never less than a minute. */
export function lateInWords(due: string, now: number): string {
  const { key, n } = lateness(due, now);
  return t(key, { n });
}

interface Promised {
  owed: boolean;
  due_at: string | null;
  helper_due_at: string | null;
}

/** By when whoever has it now answers: a request that was handed over late begins for them then. */
export function promisedBy({ helper_due_at, due_at }: Omit<Promised, 'owed'>): string | null {
  return helper_due_at ?? due_at;
}

/** Whether the promise is over by this phone's clock; the server's word is older than a minute hand. */
export function isLate(request: Promised, now: number): boolean {
  const due = promisedBy(request);
  return request.owed && due !== null && now > Date.parse(due);
}
