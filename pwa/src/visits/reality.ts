/**
 * The reality check (对照现场): which of the rehearsed objections really came, and how it went. It
 * stands in the form of the check-in and names its objections. Pure.
 */
import { uuid7 } from '../kit/api/uuid7';
import { MOST_OBJECTIONS, heardSomebody, type CheckInForm, type ObjectionChosen } from './check-in';
import type { RealityItem, RealityItemNew, Result } from './wire';

const MOST_REHEARSED = 4;

export type Came = Exclude<Result, 'not_raised'>;

/** A sentence that was practised, or at least written down before the visit. */
export interface Rehearsed {
  id: string;
  from: 'line' | 'sheet';
  typeKey: string | null;
  words: string;
  answerId: string | null;
}

/** One tap. `objectionId` is what it became in the check-in; null when it did not come. */
export interface Told {
  itemId: string;
  result: Result;
  objectionId: string | null;
}

export interface RealityForm {
  /** By the id of the rehearsed. */
  rehearsed: Record<string, Told>;
  /** By the id of an objection of the check-in that nobody had rehearsed. */
  unexpected: Record<string, { itemId: string; result: Came }>;
}

export const untold: Readonly<RealityForm> = { rehearsed: {}, unexpected: {} };

interface Line {
  id: string;
  words: string;
  type_key: string | null;
  answer_id: string | null;
}

/** What was agreed last night first, then what the sheet expects beside it. */
export function rehearsedIn(prep: {
  agreed: readonly Line[];
  objections: readonly Line[];
}): Rehearsed[] {
  const found: Rehearsed[] = [];
  for (const line of prep.agreed) add(found, line, 'line');
  const practised = new Set(found.map(({ typeKey }) => typeKey).filter((key) => key !== null));
  const others = prep.objections.filter(({ type_key }) => !type_key || !practised.has(type_key));
  for (const line of others) add(found, line, 'sheet');
  return found.slice(0, MOST_REHEARSED);
}

/** What was told once stays on the list as it was told, also when the sheet or the lines have changed since. */
export function withTold(
  rehearsed: readonly Rehearsed[],
  told: readonly RealityItem[],
): Rehearsed[] {
  const before = told.flatMap((item): Rehearsed[] => {
    const { expected: from, expected_id: id, type_key: typeKey, words } = item;
    if (from === 'nowhere' || !id) return [];
    return [{ id, from, typeKey, words: words ?? '', answerId: item.answer_id }];
  });
  const again = (row: Rehearsed) =>
    before.find(({ id, words }) => id === row.id || words === row.words);
  const rows = rehearsed.map((row) => ({ ...row, id: again(row)?.id ?? row.id }));
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...before.filter(({ id }) => !known.has(id))];
}

export function formOfReality(told: readonly RealityItem[]): RealityForm {
  const form: RealityForm = { rehearsed: {}, unexpected: {} };
  for (const { id: itemId, expected_id, objection_id: objectionId, result } of told) {
    if (expected_id) form.rehearsed[expected_id] = { itemId, result, objectionId };
    else if (objectionId && result !== 'not_raised') {
      form.unexpected[objectionId] = { itemId, result };
    }
  }
  return form;
}

/** The check-in as it stands in the form, with what was told of the rehearsed. */
export interface Standing {
  rows: readonly Rehearsed[];
  objections: readonly ObjectionChosen[];
  reality: RealityForm;
}

/**
 * What a row says now. An objection that was taken off the check-in did not come; put back by its
 * chip, it is as it was told before.
 */
export function toldOfRow(row: Rehearsed, { objections, reality }: Standing): Told | null {
  const told = reality.rehearsed[row.id];
  if (!told || told.result === 'not_raised') return told ?? null;
  const heard =
    objections.find(({ id }) => id === told.objectionId) ?? freeMatch(row, objections, reality);
  return heard
    ? { ...told, objectionId: heard.id }
    : { ...told, result: 'not_raised', objectionId: null };
}

/** The objections of the check-in that rows have brought or taken over. */
export function ofRows(standing: Standing): ReadonlySet<string> {
  const taken = standing.rows.map((row) => toldOfRow(row, standing)?.objectionId);
  return new Set(taken.filter((id) => id != null));
}

/** Chosen by its chip and rehearsed by nobody: only there it is asked whether it was answered. */
export function isUnexpected(heard: ObjectionChosen, standing: Standing): boolean {
  if (ofRows(standing).has(heard.id)) return false;
  const waiting = standing.rows.filter((row) => toldOfRow(row, standing) === null);
  return !waiting.some((row) => isSame(row, heard));
}

/** The tap on a row; null when the check-in already holds as many objections as it takes. */
export function tellRow(
  row: Rehearsed,
  result: Result,
  standing: Standing,
): Pick<Standing, 'objections' | 'reality'> | null {
  const { objections, reality } = standing;
  const before = toldOfRow(row, standing);
  const itemId = reality.rehearsed[row.id]?.itemId ?? uuid7();
  const said = (objectionId: string | null): RealityForm => ({
    ...reality,
    rehearsed: { ...reality.rehearsed, [row.id]: { itemId, result, objectionId } },
  });
  if (result === 'not_raised') {
    return { objections: without(row, before?.objectionId, objections), reality: said(null) };
  }
  const heard =
    objections.find(({ id }) => id === before?.objectionId) ?? freeMatch(row, objections, reality);
  if (heard) return { objections, reality: said(heard.id) };
  if (objections.length >= MOST_OBJECTIONS) return null;
  const added = { id: uuid7(), typeKey: row.typeKey, words: row.words };
  return { objections: [...objections, added], reality: said(added.id) };
}

export function tellUnexpected(reality: RealityForm, heard: string, result: Came): RealityForm {
  const itemId = reality.unexpected[heard]?.itemId ?? uuid7();
  return { ...reality, unexpected: { ...reality.unexpected, [heard]: { itemId, result } } };
}

/** What is sent: nothing of what nobody tapped, and nothing where nobody was met. */
export function itemsOf(
  rows: readonly Rehearsed[],
  check: CheckInForm,
  reality: RealityForm,
): RealityItemNew[] {
  if (!heardSomebody(check.outcome)) return [];
  const standing = { rows, objections: check.objections, reality };
  const expected = rows.flatMap((row) => {
    const told = toldOfRow(row, standing);
    return told ? [itemOfRow(row, told)] : [];
  });
  const others = check.objections.flatMap((heard): RealityItemNew[] => {
    const told = reality.unexpected[heard.id];
    return told && isUnexpected(heard, standing) ? [itemOfOther(heard, told)] : [];
  });
  return [...expected, ...others];
}

/** Told again with the same content, nothing has to be sent. */
export function saysTheSame(
  now: readonly RealityItemNew[],
  stored: readonly RealityItem[],
): boolean {
  const plain = (items: readonly (RealityItemNew | RealityItem)[]) =>
    items
      .map(({ id, expected_id, objection_id, result, words }) =>
        [id, expected_id, objection_id, result, words].join(' '),
      )
      .sort()
      .join('\n');
  return plain(now) === plain(stored);
}

/** Whether something that was said is still to be practised: not answered, or nobody told how it went. */
export function leavesOpen(
  said: readonly { id: string }[],
  told: readonly Pick<RealityItemNew, 'objection_id' | 'result'>[],
): boolean {
  const answered = new Set(
    told.filter(({ result }) => result === 'answered').map(({ objection_id }) => objection_id),
  );
  return said.some(({ id }) => !answered.has(id));
}

function itemOfRow(row: Rehearsed, { itemId, result, objectionId }: Told): RealityItemNew {
  return {
    id: itemId,
    expected: row.from,
    expected_id: row.id,
    objection_id: objectionId,
    type_key: row.typeKey,
    words: row.words || null,
    answer_id: result === 'not_raised' ? null : row.answerId,
    result,
  };
}

function itemOfOther(
  heard: ObjectionChosen,
  { itemId, result }: { itemId: string; result: Came },
): RealityItemNew {
  return {
    id: itemId,
    expected: 'nowhere',
    expected_id: null,
    objection_id: heard.id,
    type_key: heard.typeKey,
    words: heard.words.trim() || null,
    answer_id: null,
    result,
  };
}

/** Takes off what the row itself had brought; what somebody has put in other words stays. */
function without(
  row: Rehearsed,
  objectionId: string | null | undefined,
  objections: readonly ObjectionChosen[],
): readonly ObjectionChosen[] {
  return objections.filter(({ id, words }) => id !== objectionId || words !== row.words);
}

/** Chosen by its chip before the row was tapped: it is the same objection, not a second one. */
function freeMatch(
  row: Rehearsed,
  objections: readonly ObjectionChosen[],
  { rehearsed }: RealityForm,
): ObjectionChosen | undefined {
  const others = Object.entries(rehearsed).filter(([id]) => id !== row.id);
  const taken = new Set(others.map(([, told]) => told.objectionId));
  return objections.find((heard) => !taken.has(heard.id) && isSame(row, heard));
}

function isSame(row: Rehearsed, heard: ObjectionChosen): boolean {
  return row.typeKey ? row.typeKey === heard.typeKey : row.words.trim() === heard.words.trim();
}

function add(found: Rehearsed[], line: Line, from: Rehearsed['from']): void {
  const words = line.words.trim();
  if (!words || found.some((other) => other.words === words)) return;
  found.push({ id: line.id, from, typeKey: line.type_key, words, answerId: line.answer_id });
}
