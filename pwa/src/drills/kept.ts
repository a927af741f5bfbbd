/** A "keep" line that goes further: into the playbook, and to the team as a tip. Pure. */
import type { Item } from '../kit/outbox';
import type { Play } from './round';

/** An answer is as much as one says in a breath. */
export const MOST_OF_ANSWER = 500;

/** What the line can be an answer to: the kinds of objection of this round. */
export function kindsIn(said: readonly { typeKey: string | null }[]): string[] {
  return [...new Set(said.flatMap(({ typeKey }) => typeKey ?? []))];
}

/** Those the boss had on the card; without any, those of the sheet. */
export function kindsOf({ bossCard, notes }: Play): string[] {
  const played = kindsIn(bossCard.objections);
  return played.length > 0 ? played : kindsIn(notes.lines);
}

/** A line that was taken further: the item while it is on this phone, else only that it was. */
export interface Gone {
  unsent: Item | null;
}

export interface GoneAs {
  answer: Gone | null;
  tip: Gone | null;
}

/** By the ids of rounds: whose line the server has in the playbook, and whose as a tip. */
export interface KeptRead {
  answers: readonly string[];
  tips: readonly string[];
}

export function goneAs(round: string, read: KeptRead | undefined, unsent: readonly Item[]): GoneAs {
  const gone = (kind: 'answer' | 'tip', stored: readonly string[] = []): Gone | null => {
    const item = unsent.find((one) => one.kind === kind && originIn(one) === round) ?? null;
    return item || stored.includes(round) ? { unsent: item } : null;
  };
  return { answer: gone('answer', read?.answers), tip: gone('tip', read?.tips) };
}

function originIn({ body }: Item): string | undefined {
  return (body as { origin?: { id: string } } | null)?.origin?.id;
}
