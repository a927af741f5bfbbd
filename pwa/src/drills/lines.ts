/** What a client says and what we answer, as a round begins with it and leaves it behind. Pure. */
import type { SheetContent } from '../clients/wire';
import type { Agreed, LineNew } from './wire';

/** Where a line comes from: an evening on which it was agreed, the client sheet, or this round. */
export type LineFrom =
  { kind: 'agreed'; on: string | null } | { kind: 'sheet' } | { kind: 'round' };

export interface LineForm {
  id: string;
  words: string;
  answer: string;
  typeKey: string | null;
  /** The playbook's answer, while it is one word for word. */
  answerId: string | null;
  from: LineFrom;
  /** Goes along to the client. */
  taken: boolean;
  /** Somebody has said so, or has left it out: it stays so for the evening. */
  chosen?: true;
}

export interface LinesKnown {
  sheet: Pick<SheetContent, 'objections'>;
  /** What the last evening on this client agreed. */
  before: readonly Agreed[];
  /** What earlier rounds of this table take along. */
  tonight: readonly LineForm[];
}

type Said = Pick<LineForm, 'id' | 'words' | 'typeKey'>;

const MOST_LINES = 6;
export const MOST_WORDS = 200;

/**
 * What was agreed comes first, tonight's in place of an earlier evening's, then the sheet's own.
 * The answers stand ready; what is played with one goes along.
 */
export function linesFor({ sheet, before, tonight }: LinesKnown): LineForm[] {
  const agreed = [...tonight, ...before.map(agreedLine).filter(isNoneOf(tonight))];
  return [...agreed, ...sheet.objections.items.map(sheetLine).filter(isNoneOf(agreed))];
}

/** What the boss said and no line answers yet: after the round it may get its answer. */
export function withUnexpected(lines: readonly LineForm[], said: readonly Said[]): LineForm[] {
  const unexpected = said
    .map(({ id, words, typeKey }): LineForm => {
      const nothing = { answer: '', answerId: null, taken: false } as const;
      return { id, words, typeKey, ...nothing, from: { kind: 'round' } };
    })
    .filter(({ words }) => words.trim() !== '');
  return [...lines, ...unexpected.filter(isNoneOf(lines))];
}

/** What was played and has an answer goes along by itself; one tap leaves it out. */
export function afterPlay(lines: readonly LineForm[], said: readonly Said[]): LineForm[] {
  return withUnexpected(lines, said).map((line) => {
    const isPlayed = said.some((one) => isSameObjection(line, one));
    return line.chosen || !isPlayed || !line.answer.trim() ? line : { ...line, taken: true };
  });
}

/** A line needs both voices: what the client will say, and what we answer. */
export function takenAlong(lines: readonly LineForm[]): LineForm[] {
  return lines
    .map((line) => ({ ...line, words: line.words.trim(), answer: line.answer.trim() }))
    .filter(({ taken, words, answer }) => taken && words && answer)
    .slice(0, MOST_LINES);
}

/** As the next round of this evening meets them: agreed tonight. */
export function agreedTonight(lines: readonly LineForm[], day: string): LineForm[] {
  return takenAlong(lines).map((line) => ({ ...line, from: { kind: 'agreed', on: day } }));
}

export function lineNewOf({ words, answer, typeKey, answerId }: LineForm): Omit<LineNew, 'id'> {
  return { words, answer, type_key: typeKey, answer_id: answerId };
}

/** The same words, or the same kind of objection: one answer is enough. */
export function isSameObjection(one: Spoken, other: Spoken): boolean {
  if (one.words.trim() === other.words.trim()) return true;
  return one.typeKey !== null && one.typeKey === other.typeKey;
}

type Spoken = Pick<LineForm, 'words' | 'typeKey'>;

function isNoneOf(others: readonly Spoken[]): (line: Spoken) => boolean {
  return (line) => !others.some((other) => isSameObjection(line, other));
}

function agreedLine(line: Agreed): LineForm {
  const { id, words, answer, type_key, answer_id, agreed_on: on } = line;
  const from = { kind: 'agreed', on } as const;
  return { id, words, answer, typeKey: type_key, answerId: answer_id, from, taken: false };
}

function sheetLine(item: SheetContent['objections']['items'][number]): LineForm {
  return {
    id: item.id,
    words: item.words.slice(0, MOST_WORDS),
    answer: item.answer,
    typeKey: item.type_key,
    answerId: item.answer_id,
    from: { kind: 'sheet' },
    taken: false,
  };
}
