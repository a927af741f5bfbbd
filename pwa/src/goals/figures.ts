/** Goals in words and figures. */
import { month, monthOf, dayOf, money, relativeDay, shortDay } from '../kit/i18n/format';
import type { Tone } from '../kit/ui/Tag';
import type { Factor, Goal, Metric, Period, State } from './wire';
import { t } from './words';

/** In the order of the longest period first, then results before what leads to them. */
export const METRICS: readonly Metric[] = [
  'collected',
  'signed',
  'average_order',
  'visits',
  'effective_visits',
  'new_kps',
  'rounds_fired',
  'rungs',
  'help_solved',
];
export const PERIODS: readonly Period[] = ['month', 'week', 'day'];

const MONEY: readonly Metric[] = ['collected', 'average_order'];

export function isMoney(metric: Metric): boolean {
  return MONEY.includes(metric);
}

/** "¥59,800" or "10". */
export function figure({ metric, currency }: Pick<Goal, 'metric' | 'currency'>, value: number) {
  if (!isMoney(metric) || !currency) return String(value);
  return money({ amount_minor: value, currency });
}

/** "March 2026", "23 Mar – 29 Mar", "Today". */
export function periodOf({ period, first, last }: Pick<Goal, 'period' | 'first' | 'last'>): string {
  if (period === 'month')
    return first.slice(0, 4) === dayOf().slice(0, 4) ? month(first) : monthOf(first);
  if (period === 'day') return relativeDay(first);
  return t('weekOf', { first: shortDay(first), last: shortDay(last) });
}

/** Honey for what drifts; nothing about a person is red, and what was not reached has no colour. */
export const TONES: Partial<Record<State, Tone>> = {
  on_track: 'ok',
  met: 'ok',
  drifting: 'wait',
  off_track: 'wait',
};

export function factorValue(
  factor: Factor['factor'],
  value: number | null,
  currency: string | null,
): string {
  if (value === null) return t('noCase');
  if (factor === 'visits') return t('aDay', { figure: value.toFixed(1) });
  if (factor === 'order_size' && currency) {
    return money({ amount_minor: Math.round(value / 100) * 100, currency });
  }
  return t('percent', { share: Math.round(value * 100) });
}

/** Goals that run or still wait for something, by period; then those that are closed. */
export function inGroups(goals: readonly Goal[], today: string) {
  const isOpen = ({ state, last }: Goal) => last >= today || state === 'missed';
  return {
    open: PERIODS.flatMap((period) => {
      const some = goals.filter((goal) => goal.period === period && isOpen(goal));
      const starts = [...new Set(some.map(({ first }) => first))];
      return starts.map((first) => ({ period, goals: some.filter((one) => one.first === first) }));
    }),
    over: goals.filter((goal) => !isOpen(goal)),
  };
}

/** Goals of a longer period, of the same person, that a new one may be a step of. */
export function largerThan(period: Period, goals: readonly Goal[], today: string): Goal[] {
  const longer = PERIODS.slice(0, PERIODS.indexOf(period));
  return goals.filter(
    (one) => longer.includes(one.period) && one.first <= today && one.last >= today,
  );
}
