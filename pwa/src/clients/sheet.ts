/** The four answers of the client sheet: which stand, which are still open. Pure. */
import { uuid7 } from '../kit/api/uuid7';
import type {
  ClientRead,
  ObjectionExpected,
  SheetContent,
  SheetNew,
  SheetPart,
  SheetRead,
} from './wire';

export const PARTS: readonly SheetPart[] = ['decider', 'situation', 'objections', 'competitors'];
export const MOST_LINES = 3;

export function emptySheet(): SheetContent {
  return {
    decider: { text: '', unknown: false },
    situation: { text: '', unknown: false },
    objections: { items: [], unknown: false },
    competitors: { items: [], unknown: false },
    goal: '',
    amount: null,
    fall_back: '',
  };
}

/** What a person may change, of a sheet as it was read or as it waits to be sent. */
export function contentOf(sheet: SheetRead | SheetNew | SheetContent): SheetContent {
  const { decider, situation, objections, competitors, goal, amount, fall_back } = sheet;
  return { decider, situation, objections, competitors, goal, amount, fall_back };
}

export type AnswerState = 'ready' | 'will-ask' | 'open';

/** "Unknown, will ask" stands as an answer: it becomes a question on the visit card. */
export function stateOf(sheet: SheetContent, part: SheetPart): AnswerState {
  const answer = sheet[part];
  const said = 'items' in answer ? answer.items.some(isSaid) : answer.text.trim() !== '';
  if (said) return 'ready';
  return answer.unknown ? 'will-ask' : 'open';
}

export function answersReady(sheet: SheetContent): number {
  return PARTS.filter((part) => stateOf(sheet, part) !== 'open').length;
}

export function missingIn(sheet: SheetContent): SheetPart[] {
  return PARTS.filter((part) => stateOf(sheet, part) === 'open');
}

export function sheetState(content: SheetContent, version: number): ClientRead['sheet'] {
  return { version, answers_ready: answersReady(content), missing: missingIn(content) };
}

/** As it is sent: trimmed, without lines in which nothing was written. */
export function tidy(sheet: SheetContent): SheetContent {
  const { decider, situation, objections, competitors } = sheet;
  return {
    ...sheet,
    decider: { ...decider, text: decider.text.trim() },
    situation: { ...situation, text: situation.text.trim() },
    objections: {
      ...objections,
      items: objections.items
        .map((item) => ({ ...item, words: item.words.trim(), answer: item.answer.trim() }))
        .filter(isSaid),
    },
    competitors: {
      ...competitors,
      items: competitors.items
        .map((item) => ({ ...item, name: item.name.trim(), claim: item.claim.trim() }))
        .filter(isSaid),
    },
    goal: sheet.goal.trim(),
    fall_back: sheet.fall_back.trim(),
  };
}

/** An answer without the words it answers, or a claim without a name, cannot be kept. */
export function unfinished(sheet: SheetContent): 'objections' | 'competitors' | null {
  const { objections, competitors } = sheet;
  if (objections.items.some((item) => !item.words.trim() && item.answer.trim())) {
    return 'objections';
  }
  return competitors.items.some((item) => !item.name.trim() && item.claim.trim())
    ? 'competitors'
    : null;
}

export function withObjection(
  sheet: SheetContent,
  given: Omit<ObjectionExpected, 'id'> & { id?: string },
): SheetContent {
  const { objections } = sheet;
  if (objections.items.length >= MOST_LINES) return sheet;
  const items = [...objections.items, { id: uuid7(), ...given }];
  return { ...sheet, objections: { items, unknown: false } };
}

export function withCompetitor(sheet: SheetContent): SheetContent {
  const { competitors } = sheet;
  if (competitors.items.length >= MOST_LINES) return sheet;
  const items = [...competitors.items, { id: uuid7(), name: '', claim: '' }];
  return { ...sheet, competitors: { items, unknown: false } };
}

/** Changes or, with null, removes one line of a part that has lines. */
export function withLine<P extends 'objections' | 'competitors'>(
  sheet: SheetContent,
  part: P,
  id: string,
  change: Partial<SheetContent[P]['items'][number]> | null,
): SheetContent {
  const items = sheet[part].items.flatMap((item) => {
    if (item.id !== id) return [item];
    return change ? [{ ...item, ...change }] : [];
  });
  return { ...sheet, [part]: { ...sheet[part], items } };
}

function isSaid(line: { words: string } | { name: string }): boolean {
  return ('words' in line ? line.words : line.name).trim() !== '';
}
