/** The working week in words. Pure. */
import { daysAfter, shortWeekday, weekday } from '../kit/i18n/format';

const A_MONDAY = '2024-01-01';

/** "Mon" · "周一", by ISO weekday: 1 is Monday. */
export function weekdayName(iso: number): string {
  return shortWeekday(daysAfter(A_MONDAY, iso - 1));
}

/** "Monday" · "星期一" */
export function longWeekdayName(iso: number): string {
  return weekday(daysAfter(A_MONDAY, iso - 1));
}

export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** "Mon–Fri" when the days follow one another, else each of them. */
export function weekInWords(week: readonly number[]): string {
  const days = WEEKDAYS.filter((day) => week.includes(day));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (days.length > 2 && last - first === days.length - 1) {
    return `${weekdayName(first)}–${weekdayName(last)}`;
  }
  return days.map(weekdayName).join(' ');
}
