/**
 * Tonight's cards: the server's deck, with what lies unsent on this phone laid over it, so that the
 * evening also runs where there is no network. Pure but for what the phone knows by default.
 */
import { answersReady, missingIn } from '../clients/sheet';
import type { SheetNew } from '../clients/wire';
import type { Item } from '../kit/outbox';
import { choose, wantsRound, type Chosen, type SaidAt } from './deck-rule';
import {
  dueNow,
  heardNow,
  isRoundOf,
  nextPlanned,
  plannedNow,
  replaysNow,
  type PhoneKnows,
  type SheetState,
} from './deck-unsent';
import { thisPhone } from './this-phone';
import type { DeckItem, DeckRead, Heard } from './wire';

const MOST_HEARD = 3;

export interface Deck {
  /** The day the cards are for; null when neither the server nor a plan has named one. */
  day: string | null;
  cards: DeckItem[];
}

/** Cards that want a round come first, each group in the order of the deck. */
export function deckAtHand(
  read: DeckRead | undefined,
  unsent: readonly Item[],
  today: string,
  phone: PhoneKnows = thisPhone,
): Deck {
  const day = read?.day ?? nextPlanned(unsent, today);
  const told = { read, unsent, day, today, phone };
  const heard = heardNow(told);
  const cards = choose(plannedNow(told), heard, dueNow(told), replaysNow(told)).map((chosen) =>
    cardOf(chosen, { stored: read?.items ?? [], unsent, heard, phone }),
  );
  return {
    day,
    cards: [...cards.filter(isToPlay), ...cards.filter((card) => !isToPlay(card))],
  };
}

export function isUnplayed({ rounds }: DeckItem): boolean {
  return rounds === 0;
}

/** A big order is played from both seats before the evening turns to the others. */
export function isToPlay({ rounds, big_order }: DeckItem): boolean {
  return wantsRound(rounds, big_order);
}

export function isReady({ sheet, unread }: DeckItem): boolean {
  return !unread && sheet.missing.length === 0;
}

/** Where "Next client" leads: the next card that can be played at once and wants a round. */
export function nextCard({ cards }: Deck, after: string): DeckItem | undefined {
  return cards.find((card) => card.id !== after && isToPlay(card) && isReady(card));
}

interface Around {
  stored: readonly DeckItem[];
  unsent: readonly Item[];
  heard: readonly SaidAt[];
  phone: PhoneKnows;
}

/** The server's card when it has this one; else what it says of the client, or the phone does. */
function cardOf(chosen: Chosen, { stored, unsent, heard, phone }: Around): DeckItem {
  const { id, kind, client, visit, reasons } = chosen;
  const same = stored.find((card) => card.id === id);
  const base = same ?? stored.find((card) => card.client.id === client.id);
  const sheet = base?.sheet ?? phone.sheet(client.id);
  const card: DeckItem = {
    ...{ id, kind, visit, client, reasons },
    contact: base ? base.contact : contactOf(chosen, phone),
    sheet: sheet ? stateOf(sheet) : listed(client.id, phone),
    rounds: same?.rounds ?? 0,
    heard: base?.heard ?? [],
    big_order: reasons.some((reason) => reason.kind === 'big_order'),
    last_boss: base?.last_boss ?? null,
  };
  const written = unsent.findLast((item) => isSheetOf(item, client.id));
  return {
    ...card,
    unread: !sheet && !written,
    rounds: card.rounds + unsent.filter((item) => isRoundOf(item, card)).length,
    sheet: written ? withContent(card.sheet, written.body as SheetNew) : card.sheet,
    heard: heardAtHand(card, heard),
  };
}

function contactOf({ reasons }: Chosen, phone: PhoneKnows): DeckItem['contact'] {
  const met = reasons.flatMap(({ origin }) => phone.visit(origin.id)?.contact ?? [])[0];
  return met ? { name: met.name, role: met.role } : null;
}

function stateOf({ version, answers_ready, missing, questions }: SheetState): SheetState {
  return { version, answers_ready, missing, questions };
}

/** Of a sheet that was never read here only the list of clients says how far it is. */
function listed(client: string, phone: PhoneKnows): SheetState {
  const answers_ready = phone.answersListed(client) ?? 0;
  return { version: 0, answers_ready, missing: [], questions: [] };
}

function withContent(sheet: SheetState, content: SheetNew): SheetState {
  return { ...sheet, answers_ready: answersReady(content), missing: missingIn(content) };
}

/** What the client said today, also while the check-in still waits to be sent. */
function heardAtHand({ client, heard }: DeckItem, now: readonly SaidAt[]): Heard[] {
  const here = now
    .filter((said) => said.client.id === client.id)
    .map(({ reason: { type_key, words, origin, on } }) => ({
      ...{ type_key, words, visit_id: origin.id, on },
    }));
  const visits = new Set(here.map(({ visit_id }) => visit_id));
  return [...here, ...heard.filter(({ visit_id }) => !visits.has(visit_id))].slice(0, MOST_HEARD);
}

function isSheetOf({ kind, lane }: Item, client: string): boolean {
  return kind === 'client-sheet' && lane === `client-sheet:${client}`;
}
