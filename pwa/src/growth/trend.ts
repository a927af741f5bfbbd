/** One behaviour week by week, as its chart and its table show it. Pure. */
import type { Growth, Trend } from './wire';

export interface Week {
  /** The Monday. */
  week: string;
  lookedFor: number;
  seen: number;
  partly: number;
}

export function weeksOf({ weeks }: Growth, trend: Trend): Week[] {
  return weeks.map((week, place) => ({
    week,
    lookedFor: trend.looked_for[place] ?? 0,
    seen: trend.seen[place] ?? 0,
    partly: trend.partly[place] ?? 0,
  }));
}

/** Nobody looked for it in the other weeks: a table of zeros would read as a miss. */
export function told(weeks: readonly Week[]): Week[] {
  return weeks.filter(({ lookedFor }) => lookedFor > 0);
}

/** The behaviour looked for in most weeks: there is most to see. */
export function fullest(trends: readonly Trend[]): Trend | undefined {
  const many = ({ looked_for }: Trend) => looked_for.filter((n) => n > 0).length;
  return trends.reduce<Trend | undefined>(
    (best, one) => (!best || many(one) > many(best) ? one : best),
    undefined,
  );
}

/** Whether anything at all stands in these twelve weeks. */
export function isEmpty(file: Growth): boolean {
  const { rounds, rungs, answers, classes, goals, given, thanks } = file;
  const counts = [classes, given, thanks].flatMap((part) => Object.values<number>(part));
  const promised = file.promises_given.settled + file.promises_received.settled;
  const times = [...rounds, ...counts, goals.ended, promised];
  return rungs.length === 0 && answers.length === 0 && times.every((n) => n === 0);
}
