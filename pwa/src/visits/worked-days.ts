/** For two who agree on a day: the server takes none that is a day off. */
import { useEffect } from 'preact/hooks';
import { longDay } from '../kit/i18n/format';
import { workingDayAfter } from './days-ahead';
import { calendar } from './remote';
import type { CalendarDay } from './wire';
import { t } from './words-of-days';

type Worked = Pick<CalendarDay, 'day' | 'working'>;

export interface WorkedDays {
  /** The first working day after a day. */
  after: (day: string) => string;
  /** What to say of a day off; nothing of a day that is worked, or that this phone does not know. */
  offOf: (day: string) => string | undefined;
}

export function useWorkedDays(): WorkedDays {
  const days = calendar();
  useEffect(() => {
    if (!days.value) void days.reload();
  }, [days]);
  const known = days.value?.items;
  return {
    after: (day) => workingDayAfter(day, 1, known) ?? day,
    offOf: (day) => {
      const next = insteadOf(day, known);
      return next ? t('dayOff', { day: longDay(day), next: longDay(next) }) : undefined;
    },
  };
}

/** The next working day after a day that is known to be off; null for any other day. */
export function insteadOf(day: string, calendar: readonly Worked[] = []): string | null {
  const isOff = calendar.some((one) => one.day === day && !one.working);
  return (isOff && workingDayAfter(day, 1, calendar)) || null;
}
