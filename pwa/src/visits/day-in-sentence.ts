import { dayOf, daysAfter, relativeDay } from '../kit/i18n/format';

/** "tomorrow", "Friday", "3 Dec": English writes only some of them small. */
export function dayInSentence(day: string): string {
  const today = dayOf();
  const near = [-1, 0, 1].some((away) => day === daysAfter(today, away));
  return near ? relativeDay(day).toLowerCase() : relativeDay(day);
}
