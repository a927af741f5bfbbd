/**
 * One client on the table, from the cover to the verdict. Pure: every step is a new value, which
 * the screen keeps as a draft, so that a phone that dies in mid-round goes on where it was.
 */
import type { SheetContent } from '../clients/wire';
import { uuid7 } from '../kit/api/uuid7';
import { peopleOf, samePeople, swapped, type Seats } from './seats';
import type { ChangeKind, ClientRef, Mark, RoundNew, Verdict } from './wire';

/** `rep-card` is the rep's minute of briefing before the boss gets the phone; it may be skipped. */
export type Stage = 'cover' | 'rep-card' | 'play' | 'verdict';
export type Heard = 'said' | 'pressed' | 'settled';

/** The version of the client sheet that is played from. */
export interface SheetToPlay extends SheetContent {
  id: string;
}

export interface LineForm {
  id: string;
  words: string;
  answer: string;
  /** Goes along to the client. */
  taken: boolean;
}

export interface Notes {
  verdict: Verdict | null;
  keyMoment: string;
  repWords: string;
  ticks: Record<string, Mark>;
  keep: string;
  change: string;
  changeKind: ChangeKind | null;
  lines: LineForm[];
}

export interface Play {
  visitId: string;
  client: ClientRef;
  /** Who decides there, for the boss's card. */
  bossName: string | null;
  sheet: SheetToPlay;
  minutes: number;
  seats: Seats;
  /** Of this evening, counted from one. */
  number: number;
  stage: Stage;
  briefed: boolean;
  startedAt: string | null;
  endedAt: string | null;
  /** What the boss has marked while playing, by the id of the objection. */
  marks: Record<string, Heard>;
  notes: Notes;
}

export type Begun = Pick<
  Play,
  'visitId' | 'client' | 'bossName' | 'sheet' | 'minutes' | 'seats' | 'number'
>;

/** A play that was left running overnight did not last that long. */
const LONGEST = 3600;
const MOST_WORDS = 200;

export function begin({ visitId, client, bossName, sheet, minutes, seats, number }: Begun): Play {
  return {
    ...{ visitId, client, bossName, sheet, minutes, seats, number },
    stage: 'cover',
    briefed: false,
    startedAt: null,
    endedAt: null,
    marks: {},
    notes: blankNotes(sheet),
  };
}

/**
 * Goes on with what was interrupted. Before the clock runs the sheet of now is played, if it has
 * changed; other people at the table begin anew.
 */
export function resume(kept: Play | null, fresh: Begun | null): Play | null {
  if (!kept) return fresh && begin(fresh);
  if (!isBeforePlay(kept) || !fresh) return kept;
  const [before, now] = [kept.seats, fresh.seats].map((seats) => peopleOf(seats).map(idOf));
  if (!samePeople(before ?? [], now ?? [])) return begin(fresh);
  const { number } = fresh;
  if (sameSheet(kept.sheet, fresh.sheet)) return { ...kept, number };
  const { stage, briefed, seats } = kept;
  return { ...begin({ ...fresh, seats }), stage, briefed };
}

export function isBeforePlay({ stage }: Play): boolean {
  return stage === 'cover' || stage === 'rep-card';
}

export function readRepCard(play: Play): Play {
  return { ...play, stage: 'rep-card', briefed: true };
}

export function backToCover(play: Play): Play {
  return { ...play, stage: 'cover' };
}

/** The boss turns the cover: from now on the clock runs. */
export function turnCover(play: Play, now: Date): Play {
  return { ...play, stage: 'play', startedAt: now.toISOString(), endedAt: null };
}

export function mark(play: Play, objection: string, heard: Heard): Play {
  return { ...play, marks: { ...play.marks, [objection]: heard } };
}

export function endPlay(play: Play, now: Date): Play {
  return { ...play, stage: 'verdict', endedAt: now.toISOString() };
}

export function note(play: Play, said: Partial<Notes>): Play {
  return { ...play, notes: { ...play.notes, ...said } };
}

export function again(play: Play): Play {
  const next = begin({ ...play, number: play.number + 1 });
  // The next round starts from the lines that this one has bettered.
  return note(next, { lines: play.notes.lines });
}

export function swap(play: Play): Play {
  return again({ ...play, seats: swapped(play.seats) });
}

/** Whole seconds until the clock shows zero; never below. */
export function secondsLeft({ startedAt, minutes }: Play, now: Date): number {
  const gone = startedAt ? (now.getTime() - Date.parse(startedAt)) / 1000 : 0;
  return Math.max(0, Math.ceil(minutes * 60 - gone));
}

export function secondsPlayed({ startedAt, endedAt }: Play): number {
  if (!startedAt || !endedAt) return 0;
  const seconds = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  return Math.min(LONGEST, Math.max(0, seconds));
}

export function roundNewOf(play: Play): RoundNew {
  const { notes, seats } = play;
  if (!notes.verdict || !play.startedAt) throw new TypeError('a round is played and has a verdict');
  return {
    id: uuid7(),
    visit_id: play.visitId,
    client_id: play.client.id,
    sheet_version_id: play.sheet.id,
    rep_id: seats.rep.id,
    boss_id: seats.boss.id,
    observer_id: seats.observer?.id ?? null,
    briefed: play.briefed,
    started_at: play.startedAt,
    seconds: secondsPlayed(play),
    verdict: notes.verdict,
    key_moment: orNull(notes.keyMoment),
    rep_words: orNull(notes.repWords),
    ticks: Object.entries(notes.ticks).map(([behaviour_id, mark]) => ({
      id: uuid7(),
      behaviour_id,
      mark,
    })),
    keep: orNull(notes.keep),
    change: orNull(notes.change),
    change_kind: notes.change.trim() ? notes.changeKind : null,
    lines: takenAlong(notes).map(({ words, answer }) => ({ id: uuid7(), words, answer })),
  };
}

/** A line needs both voices: what the client will say, and what we answer. */
export function takenAlong({ lines }: Notes): LineForm[] {
  return lines
    .map((line) => ({ ...line, words: line.words.trim(), answer: line.answer.trim() }))
    .filter(({ taken, words, answer }) => taken && words && answer);
}

/** The planned answers stand ready to be taken along, as they are or as the round has bettered them. */
function blankNotes({ objections }: SheetContent): Notes {
  return {
    verdict: null,
    keyMoment: '',
    repWords: '',
    ticks: {},
    keep: '',
    change: '',
    changeKind: null,
    lines: objections.items.map(({ id, words, answer }) => ({
      id,
      words: words.slice(0, MOST_WORDS),
      answer,
      taken: answer.trim() !== '',
    })),
  };
}

/** An unsent version may be corrected under the same id, so its words count too. */
function sameSheet(one: SheetToPlay, other: SheetToPlay): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function idOf({ id }: { id: string }): string {
  return id;
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
