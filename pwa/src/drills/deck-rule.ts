/**
 * How an evening's cards are chosen: the rule of api/drills/deck/policy.py, so that a phone without
 * a network lays out what the server would. tests/drills/deck-examples.json holds both to it. Pure.
 */
import type { ClientRef, DeckVisit, Reason } from './wire';

/** Old objections an evening; the evening belongs to tomorrow's client. */
const MOST_OLD = 2;
/** The rep plays it and sees it from the boss's seat. */
const BIG_ORDER_ROUNDS = 2;

export interface Planned {
  visit: DeckVisit;
  client: ClientRef;
  big: boolean;
  /** Played for it so far, in either seat. */
  rounds: number;
}

/** Something a client said, today or on an earlier day, that is played tonight. */
export interface SaidAt {
  client: ClientRef;
  reason: Reason;
}

export interface Chosen {
  id: string;
  kind: 'visit' | 'objection';
  client: ClientRef;
  visit: DeckVisit | null;
  reasons: Reason[];
}

/** A big order until it was seen from both seats, anything else until it was played. */
export function wantsRound(rounds: number, big: boolean): boolean {
  return rounds < (big ? BIG_ORDER_ROUNDS : 1);
}

/**
 * Tomorrow's clients, big orders that want a round before the others and each group by time; then
 * replays of a ride-along, then those whose objection is open, then what comes back.
 */
export function choose(
  planned: readonly Planned[],
  heard: readonly SaidAt[],
  due: readonly SaidAt[],
  replays: readonly SaidAt[] = [],
): Chosen[] {
  const inTime = [...planned].sort(byTime);
  const cards = [...inTime.filter(isUrgent), ...inTime.filter((one) => !isUrgent(one))].map(
    ofVisit,
  );
  const tomorrow = new Set(planned.map(({ client }) => client.id));
  const said = [...replays, ...[...heard].sort(byMoment), ...tonightsOld(due, tomorrow)];
  for (const { client, reason } of said) {
    cardAt(cards, reason.id, client).reasons.push(reason);
  }
  return cards;
}

function isUrgent({ big, rounds }: Planned): boolean {
  return big && wantsRound(rounds, big);
}

/** Those at tomorrow's clients before the others; each group as it came. */
function tonightsOld(due: readonly SaidAt[], tomorrow: ReadonlySet<string>): SaidAt[] {
  const there = due.filter(({ client }) => tomorrow.has(client.id));
  const elsewhere = due.filter(({ client }) => !tomorrow.has(client.id));
  return [...there, ...elsewhere].slice(0, MOST_OLD);
}

/** A client is played once for everything he said. */
function cardAt(cards: Chosen[], own: string, client: ClientRef): Chosen {
  const known = cards.find((card) => card.client.id === client.id);
  if (known) return known;
  const card: Chosen = { id: own, kind: 'objection', client, visit: null, reasons: [] };
  cards.push(card);
  return card;
}

function ofVisit({ visit, client, big }: Planned): Chosen {
  const { id, day } = visit;
  const of = { id, origin: { kind: 'visit', id }, on: day, ...NOTHING_SAID };
  const reasons: Reason[] = [{ kind: 'tomorrow', ...of }];
  if (big) reasons.push({ kind: 'big_order', ...of });
  return { id, kind: 'visit', client, visit, reasons };
}

const NOTHING_SAID = { at: null, said_by: null, type_key: null, words: null, step: null };

/** Whoever has no time stands last. */
function byTime({ visit: one }: Planned, { visit: other }: Planned): number {
  const [a, b] = [one, other].map(({ planned_time }) => planned_time ?? '24:00');
  return (a ?? '').localeCompare(b ?? '') || one.id.localeCompare(other.id);
}

function byMoment({ reason: one }: SaidAt, { reason: other }: SaidAt): number {
  const [a, b] = [one, other].map(({ at }) => Date.parse(at ?? '') || 0);
  return (
    one.on.localeCompare(other.on) ||
    (a ?? 0) - (b ?? 0) ||
    one.origin.id.localeCompare(other.origin.id)
  );
}
