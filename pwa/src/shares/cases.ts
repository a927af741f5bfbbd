/** Cases in words, and what of their uses is told. Pure. */
import { daysAfter, dayOf } from '../kit/i18n/format';
import type { Case, CaseTag, MyCaseUse } from './wire';
import { t as tk } from './words-of-kinds';

const TOLD_FOR = 7;

/** The latest word of somebody who used what I told, while it is news. */
export function lastThanked(
  uses: readonly MyCaseUse[],
  today: string = dayOf(),
): MyCaseUse | undefined {
  const since = daysAfter(today, -TOLD_FOR);
  return uses.find(({ day, result }) => day >= since && result !== 'not');
}

export function countsOf({
  worked,
  partly,
  not_worked: not,
}: Pick<Case, 'worked' | 'partly' | 'not_worked'>): string {
  const told = [
    worked > 0 && tk('workedTimes', { n: worked }),
    partly > 0 && tk('partlyTimes', { n: partly }),
    not > 0 && tk('notTimes', { n: not }),
  ].filter(Boolean);
  return told.join(' · ') || tk('unused');
}

export function valuesOf(tags: readonly CaseTag[], kind: CaseTag['kind']): string[] {
  return tags.filter((tag) => tag.kind === kind).map(({ value }) => value);
}
