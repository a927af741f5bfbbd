/** How a plan is told in words, and where it stands. */
import { monthOf, shortDay, daysAfter } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import type { PlanCard } from './wire';
import { t as ts } from './words-of-series';
import { t } from './words-of-plans';

/** The screens' own address: the list, and one plan as `?one=`. */
export const PLANS = '/training/plans';

/** "April 2026", or "Q2 2026" of a quarter. */
export function periodOf({ period, starts_on }: Pick<PlanCard, 'period' | 'starts_on'>): string {
  if (period === 'month') return monthOf(starts_on);
  const [year = '', month = '1'] = starts_on.split('-');
  return t('quarterOf', { n: Math.ceil(Number(month) / 3), year });
}

/** "Gull · Professional", "All teams · Newcomers", "All managers" */
export function whoseOf({ team, track }: Pick<PlanCard, 'team' | 'track'>): string {
  if (track === 'management') return ts('management');
  return [team ? inMyLanguage(team.name) : t('allTeams'), ts(track)].join(' · ');
}

/** "30 Mar – 5 Apr" */
export function weekInWords(monday: string): string {
  return `${shortDay(monday)} – ${shortDay(daysAfter(monday, 6))}`;
}
