/** What the client will say and what we answer, as it stands on the card. Pure. */
import type { Prep } from './wire';

type Agreed = Prep['agreed'][number];

export interface Spoken {
  said: string;
  ours: string | null;
  /** The drill in which it was agreed; null when it stands on the sheet only. */
  agreed: Pick<Agreed, 'drill_id' | 'agreed_on'> | null;
  typeKey: string | null;
  answerId: string | null;
}

const MOST_PAIRS = 3;

/** Lines agreed last night first; then what the sheet expects beside them. */
export function pairsOf({ agreed, objections }: Prep): Spoken[] {
  const pairs = new Map<string, Spoken>();
  for (const line of [...agreed, ...objections]) {
    if (!pairs.has(line.words)) pairs.set(line.words, pairOf(line));
  }
  return [...pairs.values()].slice(0, MOST_PAIRS);
}

function pairOf(line: Agreed | Prep['objections'][number]): Spoken {
  const { words: said, answer: ours, type_key: typeKey, answer_id: answerId } = line;
  const agreed = 'drill_id' in line ? line : null;
  return { said, ours, agreed, typeKey, answerId };
}
