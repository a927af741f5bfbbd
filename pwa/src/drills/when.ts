import { relativeDay } from '../kit/i18n/format';
import type { DeckItem } from './wire';

/** "Tomorrow 10:00"; only the day when no time is planned; for an objection alone, when it was said. */
export function whenOf({ visit, reasons }: Pick<DeckItem, 'visit' | 'reasons'>): string {
  if (!visit) return relativeDay(reasons[0]?.on ?? '');
  return [relativeDay(visit.day), visit.planned_time].filter(Boolean).join(' ');
}
