/** When the evening is open. It never blocks: whoever wants to practise may. */
import { useEffect, useState } from 'preact/hooks';
import { timeOf } from '../kit/i18n/format';
import { meRead } from '../people/me-remote';
import { t } from './words-of-evening';

const MINUTE = 60_000;

/** "18:34 · ends at 20:00, then quiet hours" */
export function eveningMeta(at: Date = new Date()): string {
  const now = timeOf(at);
  const rules = meRead().value?.organisation;
  if (!rules) return now;
  const { demo, evening_opens: opens, evening_closes: closes } = rules;
  if (demo) return t('openAlways', { now });
  if (isQuiet(at)) return t('closed', { now, closes });
  return now < opens ? t('opensAt', { now, opens }) : t('openUntil', { now, closes });
}

/** The evening has closed: nothing is asked of anybody until the morning. */
export function isQuiet(at: Date): boolean {
  const rules = meRead().value?.organisation;
  if (!rules || rules.demo) return false;
  const now = timeOf(at);
  return now >= rules.evening_closes || now < rules.quiet_until;
}

/** "Eight o’clock, done. Tomorrow’s cards are in place." */
export function closingWords(): string {
  const closes = meRead().value?.organisation.evening_closes ?? '';
  return closes === '20:00' ? t('doneAtEight') : t('doneAt', { closes });
}

/** The moment, anew with every minute: an evening closes also while somebody looks at it. */
export function useMinute(): Date {
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setAt(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return at;
}
