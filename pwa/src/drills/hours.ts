/** When the evening is open. It never blocks: whoever wants to practise may. */
import { timeOf } from '../kit/i18n/format';
import { meRead } from '../people/me-remote';
import { t } from './words-of-evening';

/** "18:34 · ends at 20:00, then quiet hours" */
export function eveningMeta(at: Date = new Date()): string {
  const now = timeOf(at);
  const rules = meRead().value?.organisation;
  if (!rules) return now;
  const { demo, evening_opens: opens, evening_closes: closes } = rules;
  if (demo) return t('openAlways', { now });
  if (now < opens) return t('opensAt', { now, opens });
  return now < closes ? t('openUntil', { now, closes }) : t('closed', { now, closes });
}
