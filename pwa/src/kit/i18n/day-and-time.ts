import { relativeDay, shortDay, shortWeekday } from './format';
import { lang } from './lang';

/** "Today 16:30", "Friday 16:30"; farther off "Fri 4 Dec, 16:30" · "12月4日 周五 16:30". */
export function dayAndTime(day: string, time: string): string {
  const near = relativeDay(day);
  if (near !== shortDay(day)) return `${near} ${time}`;
  return lang.value === 'en'
    ? `${shortWeekday(day)} ${near}, ${time}`
    : `${near} ${shortWeekday(day)} ${time}`;
}
