/** Working days to choose from, so that a next step does not fall on a day off. */
import { daysAfter } from '../kit/i18n/format';
import type { CalendarDay } from './wire';

type Worked = Pick<CalendarDay, 'day' | 'working'>;

const FARTHEST = 31;

/** The first, second and fourth working day after `today`: soon, next and a little later. */
export function daysToOffer(today: string, calendar: readonly Worked[] = []): string[] {
  const ahead = workingDaysAfter(today, calendar);
  return [ahead[0], ahead[1], ahead[3]].filter((day) => day !== undefined);
}

/** The third working day after Monday is Thursday, unless one of them is off. */
export function workingDayAfter(
  day: string,
  count: number,
  calendar: readonly Worked[] = [],
): string | undefined {
  return workingDaysAfter(day, calendar)[count - 1];
}

/** Days the calendar does not know are working days from Monday to Friday. */
function workingDaysAfter(today: string, calendar: readonly Worked[]): string[] {
  const known = new Map(calendar.map(({ day, working }) => [day, working]));
  return Array.from({ length: FARTHEST }, (_, at) => daysAfter(today, at + 1)).filter(
    (day) => known.get(day) ?? isWeekday(day),
  );
}

function isWeekday(day: string): boolean {
  const at = new Date(`${day}T12:00:00Z`).getUTCDay();
  return at >= 1 && at <= 5;
}
