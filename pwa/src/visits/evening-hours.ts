/** Until the evening of its day closes a check-in is simply edited; later every change shows. */
import { dayOf, timeOf } from '../kit/i18n/format';

/** `closes` is the organisation's "20:00"; both are read on its clock. */
export function isEveningOver(day: string, closes: string, now: Date = new Date()): boolean {
  const today = dayOf(now);
  return day < today || (day === today && timeOf(now) >= closes);
}
