/**
 * Tonight's cards: the server's deck, with what lies unsent on this phone laid over it, so that the
 * evening also runs where there is no network. Pure.
 */
import { answersReady, missingIn } from '../clients/sheet';
import type { SheetNew } from '../clients/wire';
import { dayOf } from '../kit/i18n/format';
import type { Item } from '../kit/outbox';
import type { CheckInNew, VisitNew } from '../visits/wire';
import type { DeckItem, DeckRead, Heard, RoundNew } from './wire';

const MOST_HEARD = 3;

export interface Deck {
  /** The day the cards are for; null when neither the server nor a plan has named one. */
  day: string | null;
  cards: DeckItem[];
}

/** Cards not played yet come first, each group in the order of the day. */
export function deckAtHand(
  read: DeckRead | undefined,
  unsent: readonly Item[],
  today: string,
): Deck {
  const day = read?.day ?? nextPlanned(unsent, today);
  const moved = new Set(unsent.filter(takesAway).map(({ lane }) => lane));
  const stored = (read?.items ?? []).filter(({ visit }) => !moved.has(`visit:${visit.id}`));
  const known = new Set(stored.map(({ visit }) => visit.id));
  const planned = unsent.filter(isPlan).map(cardOfPlan);
  const born = planned.filter(({ visit }) => visit.day === day && !known.has(visit.id));
  const cards = [...stored, ...born].sort(byTime).map((card) => withUnsent(card, unsent));
  return {
    day,
    cards: [...cards.filter(isUnplayed), ...cards.filter((card) => !isUnplayed(card))],
  };
}

export function isUnplayed({ rounds }: DeckItem): boolean {
  return rounds === 0;
}

export function isReady({ sheet }: DeckItem): boolean {
  return sheet.missing.length === 0;
}

/** Where "Next client" leads: the next card that can be played at once and has not been. */
export function nextCard({ cards }: Deck, after: string): DeckItem | undefined {
  return cards.find((card) => card.visit.id !== after && isUnplayed(card) && isReady(card));
}

function withUnsent(card: DeckItem, unsent: readonly Item[]): DeckItem {
  const rounds = unsent.filter((item) => isRoundOf(item, card.visit.id)).length;
  return {
    ...card,
    rounds: card.rounds + rounds,
    sheet: sheetAtHand(card, unsent),
    heard: heardAtHand(card, unsent),
  };
}

function sheetAtHand({ client, sheet }: DeckItem, unsent: readonly Item[]): DeckItem['sheet'] {
  const last = unsent.findLast((item) => isSheetOf(item, client.id));
  if (!last) return sheet;
  const content = last.body as SheetNew;
  return { ...sheet, answers_ready: answersReady(content), missing: missingIn(content) };
}

/** What the client said today, also while the check-in still waits to be sent. */
function heardAtHand({ client, heard }: DeckItem, unsent: readonly Item[]): Heard[] {
  const here = heardHere(client.id, unsent);
  const visits = new Set(here.map(({ visit_id }) => visit_id));
  return [...here, ...heard.filter(({ visit_id }) => !visits.has(visit_id))].slice(0, MOST_HEARD);
}

function heardHere(client: string, unsent: readonly Item[]): Heard[] {
  return unsent.filter(isCheckIn).flatMap((item) => {
    const said = item.body as CheckInNew;
    if (said.client_id !== client) return [];
    const visit_id = item.lane.slice('visit:'.length);
    return said.objections.map(({ type_key, words }) => ({
      visit_id,
      type_key: type_key ?? null,
      words: words ?? null,
      on: dayOf(said.happened_at),
    }));
  });
}

function cardOfPlan(item: Item): DeckItem {
  const { id, day, planned_time, purpose, aim, amount, client_id } = item.body as VisitNew;
  return {
    visit: { id, day, planned_time, purpose, aim, amount },
    client: { id: client_id, name: item.label.client ?? '' },
    contact: null,
    sheet: { version: 0, answers_ready: 0, missing: [...ALL_PARTS], questions: [] },
    rounds: 0,
    heard: [],
    big_order: false,
  };
}

const ALL_PARTS = ['decider', 'situation', 'objections', 'competitors'] as const;

function byTime(one: DeckItem, other: DeckItem): number {
  const [a, b] = [one, other].map(({ visit }) => visit.planned_time ?? '99');
  return (a ?? '').localeCompare(b ?? '');
}

function nextPlanned(unsent: readonly Item[], today: string): string | null {
  const days = unsent.filter(isPlan).map(({ body }) => (body as VisitNew).day);
  return days.filter((day) => day > today).sort()[0] ?? null;
}

function isPlan({ kind, method }: Item): boolean {
  return kind === 'visit' && method === 'POST';
}

function isCheckIn({ kind, method }: Item): boolean {
  return kind === 'check-in' && method === 'PUT';
}

function takesAway({ kind }: Item): boolean {
  return kind === 'move' || kind === 'cancellation';
}

function isSheetOf({ kind, lane }: Item, client: string): boolean {
  return kind === 'client-sheet' && lane === `client-sheet:${client}`;
}

function isRoundOf({ kind, method, body }: Item, visit: string): boolean {
  return kind === 'round' && method === 'POST' && (body as RoundNew).visit_id === visit;
}
