/**
 * The stops of a day: what the server has, with what lies unsent on this phone laid over it, so
 * that a saved check-in shows as done at once. Pure.
 */
import { isStuck } from '../kit/outbox/item';
import type { Item } from '../kit/outbox';
import { KINDS } from '../visits/kinds';
import type {
  CheckInNew,
  CheckInRead,
  CheckInSaid,
  Move,
  RealityCheckNew,
  RealityItemNew,
  VisitNew,
} from '../visits/wire';
import { cardsBornHere, type Birth } from './born';
import { prepAtHand } from './prep';
import type { TodayCard } from './wire';

export interface Stop {
  card: TodayCard;
  /** What of it has not been sent: it waits for the network, or for a person. */
  unsent: 'waiting' | 'stuck' | null;
}

export interface Day {
  /** Settled or earlier than the open one. */
  before: Stop[];
  /** The visit on the card: the one that was asked for, else the next. */
  open: Stop | null;
  after: Stop[];
}

/** Whose day it is, and what this phone knows of visits of other days. */
export interface Around extends Birth {
  day: string;
}

export function stopsOf(
  stored: readonly TodayCard[],
  unsent: readonly Item[],
  { day, rep, known }: Around,
): Stop[] {
  const stands = new Set(stored.map(({ id }) => id));
  const born = cardsBornHere(unsent, { rep, known });
  const here = born.filter((card) => card.day === day && !stands.has(card.id));
  return [...stored, ...here].map((card) => stopOf(card, unsent)).sort(inOrder);
}

export function dayFrom(stops: readonly Stop[], asked: string | undefined): Day {
  const wanted = stops.findIndex(({ card }) => card.id === asked && isToCome(card));
  const at = wanted >= 0 ? wanted : stops.findIndex(({ card }) => isToCome(card));
  if (at < 0) return { before: [...stops], open: null, after: [] };
  return { before: stops.slice(0, at), open: stops[at] ?? null, after: stops.slice(at + 1) };
}

export function isToCome(card: TodayCard): boolean {
  return card.state === 'planned';
}

/** Moved and cancelled visits stay on the line, but nobody goes there. */
export function visitsIn(stops: readonly Stop[]): number {
  return stops.filter(({ card }) => card.state !== 'moved' && card.state !== 'cancelled').length;
}

function stopOf(card: TodayCard, unsent: readonly Item[]): Stop {
  const own = unsent.filter((item) => item.lane === `visit:${card.id}`);
  const changed = own.reduce(withItem, card);
  const waiting = own.length > 0 ? 'waiting' : null;
  return {
    card: { ...changed, prep: prepAtHand(changed, unsent), reality: realityOf(changed) },
    unsent: own.some(isStuck) ? 'stuck' : waiting,
  };
}

/** Cards kept by an earlier version of the app have none. */
function realityOf({ reality }: { reality?: TodayCard['reality'] }): TodayCard['reality'] {
  return reality ?? [];
}

function withItem(card: TodayCard, { kind, method, body }: Item): TodayCard {
  switch (kind) {
    case KINDS.checkIn:
      return withCheckIn(card, method === 'PUT' ? (body as CheckInNew) : (body as CheckInSaid));
    case KINDS.realityCheck:
      return { ...card, reality: toldIn(body as RealityCheckNew) };
    case KINDS.move:
      return { ...card, state: 'moved', moved_to: (body as Move).to_day };
    case KINDS.cancellation:
      return { ...card, state: 'cancelled', reason: (body as { reason: string }).reason };
    case KINDS.visit:
      return method === 'PATCH' ? { ...card, ...(body as Partial<VisitNew>) } : card;
    default:
      return card;
  }
}

function withCheckIn(card: TodayCard, said: CheckInNew | Partial<CheckInSaid>): TodayCard {
  const check_in = { ...(card.check_in ?? notReceived(card)), ...said } as CheckInRead;
  const { purpose } = check_in;
  return {
    ...card,
    purpose,
    state: check_in.outcome === 'nobody_met' ? 'not_met' : 'done',
    check_in,
  };
}

/** When it comes back only the server knows; until then the phone counts the days itself. */
function toldIn({ items }: RealityCheckNew): TodayCard['reality'] {
  return (items as RealityItemNew[]).map((item) => ({ ...item, returns_on: [] }));
}

/** What only the server can say stays as it would be at first. */
function notReceived({ purpose }: TodayCard): CheckInRead {
  const now = new Date().toISOString();
  return {
    happened_at: now,
    received_at: now,
    purpose,
    outcome: 'continued',
    met_contact_id: null,
    met_name: null,
    met_role: null,
    next_step: null,
    next_step_text: null,
    next_on: null,
    amount: null,
    competitor: null,
    confidence_before: null,
    note: null,
    wants_help: false,
    help_words: null,
    voice_note: null,
    objections: [],
    effective: false,
    late: false,
    ride_id: null,
    amendments: [],
  };
}

/** What is settled first, then by planned time; a visit without a time comes after those with one. */
function inOrder({ card: a }: Stop, { card: b }: Stop): number {
  const settled = Number(isToCome(a)) - Number(isToCome(b));
  return settled || minutesOf(a) - minutesOf(b);
}

function minutesOf({ planned_time }: TodayCard): number {
  const [hours, minutes] = (planned_time ?? '24:00').split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
