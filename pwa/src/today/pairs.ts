/** What the client will say and what we answer, as it stands on the card. Pure. */
import type { Prep } from './wire';

export interface Spoken {
  said: string;
  ours: string | null;
}

const MOST_PAIRS = 3;

/** Lines agreed last night first; then what the sheet expects beside them. */
export function pairsOf({ agreed, objections }: Prep): Spoken[] {
  const pairs = new Map<string, Spoken>();
  for (const { words, answer } of [...agreed, ...objections]) {
    if (!pairs.has(words)) pairs.set(words, { said: words, ours: answer });
  }
  return [...pairs.values()].slice(0, MOST_PAIRS);
}
