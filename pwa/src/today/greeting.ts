/** "Morning, Xiaoman", by the clock of the organisation. */
import { timeOf } from '../kit/i18n/format';
import { callName, type PersonName } from '../kit/i18n/names';
import { t } from './words';

export function greeting(person: PersonName, now: Date = new Date()): string {
  const name = callName(person);
  const time = timeOf(now);
  if (time >= '05:00' && time < '12:00') return t('morning', { name });
  if (time >= '12:00' && time < '18:00') return t('afternoon', { name });
  return t('evening', { name });
}
