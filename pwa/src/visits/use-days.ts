import { useEffect } from 'preact/hooks';
import { dayOf } from '../kit/i18n/format';
import { daysToOffer } from './days-ahead';
import { calendar } from './remote';

/** The next working days of the organisation's calendar, as far as this phone knows it. */
export function useDaysToOffer(): string[] {
  const days = calendar();
  useEffect(() => {
    if (!days.value) void days.reload();
  }, [days]);
  return daysToOffer(dayOf(), days.value?.items);
}
