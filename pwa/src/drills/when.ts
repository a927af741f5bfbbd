import { relativeDay } from '../kit/i18n/format';

/** "Tomorrow 10:00"; only the day when no time is planned. */
export function whenOf(visit: { day: string; planned_time: string | null }): string {
  return [relativeDay(visit.day), visit.planned_time].filter(Boolean).join(' ');
}
