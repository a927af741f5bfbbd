/** How sure somebody went, and what came of it (心里有底). Pure. */
import type { Calibration } from './wire';

/** Under so many cases a share says more of chance than of anything else. */
export const ENOUGH = 20;
/** Shares nearer to each other than this are called the same. */
const CLEARLY = 0.1;

export type Sure = Calibration['items'][number];
export type Level = 'unsure' | 'half' | 'sure';

const LEVELS: readonly Level[] = ['unsure', 'half', 'sure'];

/** Surest last, as they are asked. */
export function levelOf({ confidence }: Sure): Level {
  return LEVELS[confidence - 1] ?? 'half';
}

export function shareOf(part: number, whole: number): number | null {
  return whole >= ENOUGH ? part / whole : null;
}

/** What the visits say when the two ends are compared; null while either has too few. */
export function readingOf(items: readonly Sure[]): 'rises' | 'level' | 'falls' | null {
  const [low, high] = (['unsure', 'sure'] as const).map((level) => {
    const one = items.find((item) => levelOf(item) === level);
    return one ? shareOf(one.moved_on, one.visits) : null;
  });
  if (low == null || high == null) return null;
  if (Math.abs(high - low) < CLEARLY) return 'level';
  return high > low ? 'rises' : 'falls';
}
