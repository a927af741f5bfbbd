/** How well a team's sheets know its clients. Pure. */
import type { HitRate } from './team-remote';

/** Under so many visits a rate says more of chance than of the sheets; the server shows none then. */
export const ENOUGH = 20;

export type HitsOfType = HitRate['by_type'][number];

/** What was expected most stands first; where that is the same, what came unexpected. */
export function byExpected(types: readonly HitsOfType[]): HitsOfType[] {
  return [...types].sort((a, b) => b.expected - a.expected || b.unexpected - a.unexpected);
}

/** Said by clients and expected by no sheet: the one to write down next. */
export function mostUnexpected(types: readonly HitsOfType[]): HitsOfType | null {
  const [first] = [...types].sort((a, b) => b.unexpected - a.unexpected);
  return first && first.unexpected > 1 ? first : null;
}
