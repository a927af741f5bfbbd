/**
 * One client on the table, from the cover to the verdict. Pure: every step is a new value, which
 * the screen keeps as a draft, so that a phone that dies in mid-round goes on where it was.
 */
import type { SheetContent } from '../clients/wire';
import { nextBossCard, type BossForm, type Known } from './boss-card';
import { afterPlay, isSameObjection, linesFor, type LineForm } from './lines';
import { peopleOf, samePeople, swapped, type Seats } from './seats';
import type { Agreed, ChangeKind, ClientRef, Mark, Pressed, Verdict } from './wire';

/**
 * `rep-card` is the rep's minute of briefing before the boss gets the phone, `boss-card` the boss's
 * own look at the secret card before the clock runs; both may be skipped.
 */
export type Stage = 'cover' | 'rep-card' | 'boss-card' | 'play' | 'verdict';

/** The version of the client sheet that is played from. */
export interface SheetToPlay extends SheetContent {
  id: string;
}

export interface Notes {
  verdict: Verdict | null;
  keyMoment: string;
  repWords: string;
  ticks: Record<string, Mark>;
  keep: string;
  /** The kind of objection it becomes a playbook answer to. */
  keepFor: string | null;
  /** It goes to the team as a tip. */
  isTip: boolean;
  change: string;
  changeKind: ChangeKind | null;
  lines: LineForm[];
}

export interface Play {
  cardId: string;
  /** Null when an objection is played and nobody goes there tomorrow. */
  visitId: string | null;
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
  bossCard: BossForm;
  /** How far the boss got with each objection of the card. */
  marks: Partial<Record<string, Pressed>>;
  notes: Notes;
}

export interface Begun extends Pick<
  Play,
  'cardId' | 'visitId' | 'client' | 'bossName' | 'sheet' | 'minutes' | 'seats' | 'number'
> {
  /** As it is suggested for this round. */
  bossCard: BossForm;
  /** What the last evening on this client agreed. */
  before?: readonly Agreed[] | undefined;
  /** What earlier rounds of this table take along to this client. */
  tonight?: readonly LineForm[] | undefined;
}

const NOTHING_SAID: Omit<Notes, 'lines'> = {
  verdict: null,
  keyMoment: '',
  repWords: '',
  ticks: {},
  keep: '',
  keepFor: null,
  isTip: false,
  change: '',
  changeKind: null,
};

/** Where it is kept on the phone. */
export function draftOfRound(cardId: string): string {
  return `round:${cardId}`;
}

/** A play that was left running overnight did not last that long. */
const LONGEST = 3600;

export function begin(begun: Begun): Play {
  const { cardId, visitId, client, bossName, sheet, minutes, seats, number, bossCard } = begun;
  const { before = [], tonight = [] } = begun;
  return {
    ...{ cardId, visitId, client, bossName, sheet, minutes, seats, number, bossCard },
    stage: 'cover',
    briefed: false,
    startedAt: null,
    endedAt: null,
    marks: {},
    notes: { ...NOTHING_SAID, lines: linesFor({ sheet, before, tonight }) },
  };
}

/**
 * Goes on with what was interrupted. Whoever opens it again may be the rep, so the boss's card lies
 * under the cover until the clock runs.
 */
export function resume(kept: Play | null, fresh: Begun | null): Play | null {
  const now = renew(kept, fresh);
  return now?.stage === 'boss-card' ? backToCover(now) : now;
}

/**
 * Before the clock runs the sheet and the suggestion of now are played, if they have changed; what
 * the boss has written stays. Other people at the table begin anew.
 */
export function renew(kept: Play, fresh: Begun | null): Play;
export function renew(kept: Play | null, fresh: Begun | null): Play | null;
export function renew(kept: Play | null, fresh: Begun | null): Play | null {
  if (!kept) return fresh && begin(fresh);
  if (!isBeforePlay(kept) || !fresh) return kept;
  const [before, now] = [kept.seats, fresh.seats].map((seats) => peopleOf(seats).map(idOf));
  if (!samePeople(before ?? [], now ?? [])) return begin(fresh);
  const { number } = fresh;
  const bossCard = kept.bossCard.isOwn ? kept.bossCard : fresh.bossCard;
  if (sameSheet(kept.sheet, fresh.sheet)) return { ...kept, number, bossCard };
  const { stage, briefed, seats } = kept;
  return { ...begin({ ...fresh, seats, bossCard }), stage, briefed };
}

export function isBeforePlay({ stage }: Play): boolean {
  return stage !== 'play' && stage !== 'verdict';
}

/** The boss looks at the own card first, and may change it. */
export function readBossCard(play: Play): Play {
  return { ...play, stage: 'boss-card' };
}

export function writeBossCard(play: Play, bossCard: BossForm): Play {
  return { ...play, bossCard };
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

export function mark(play: Play, objection: string, pressed: Pressed): Play {
  return { ...play, marks: { ...play.marks, [objection]: pressed } };
}

/** What the rep may read before the verdict: nothing of what the boss keeps hidden. */
export function linesShown({ notes, bossCard }: Play): LineForm[] {
  const hidden = bossCard.objections.filter((one) => one.hidden);
  return notes.lines.filter((line) => !hidden.some((one) => isSameObjection(line, one)));
}

/** From now on nothing is secret: what the boss said goes along with its answer, or may get one. */
export function endPlay(play: Play, now: Date): Play {
  const lines = afterPlay(play.notes.lines, play.bossCard.objections);
  return note({ ...play, stage: 'verdict', endedAt: now.toISOString() }, { lines });
}

export function note(play: Play, said: Partial<Notes>): Play {
  return { ...play, notes: { ...play.notes, ...said } };
}

/** `known` is null when the card has left the deck meanwhile. */
export function again(play: Play, known: Known | null): Play {
  const number = play.number + 1;
  const next = begin({ ...play, number, bossCard: nextBossCard(play.bossCard, known, number) });
  // The next round starts from the lines that this one has bettered.
  return note(next, { lines: play.notes.lines });
}

export function swap(play: Play, known: Known | null): Play {
  return again({ ...play, seats: swapped(play.seats) }, known);
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

/** An unsent version may be corrected under the same id, so its words count too. */
function sameSheet(one: SheetToPlay, other: SheetToPlay): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function idOf({ id }: { id: string }): string {
  return id;
}
