/**
 * Tonight's cards: the server's deck, with what lies unsent on this phone laid over it, so that the
 * evening also runs where there is no network. Pure but for what the phone knows by default.
 */
import { answersReady, missingIn, PARTS } from '../clients/sheet';
import type { SheetNew } from '../clients/wire';
import type { Item } from '../kit/outbox';
import { choose, type Chosen, type SaidAt } from './deck-rule';
import { dueNow, heardNow, nextPlanned, plannedNow, type PhoneKnows } from './deck-unsent';
import { thisPhone } from './this-phone';
import type { DeckItem, DeckRead, Heard, RoundNew } from './wire';

const MOST_HEARD = 3;

export interface Deck {
  /** The day the cards are for; null when neither the server nor a plan has named one. */
  day: string | null;
  cards: DeckItem[];
}

/** Cards not played yet come first, each group in the order of the deck. */
export function deckAtHand(
  read: DeckRead | undefined,
  unsent: readonly Item[],
  today: string,
  phone: PhoneKnows = thisPhone,
): Deck {
  const day = read?.day ?? nextPlanned(unsent, today);
  const told = { read, unsent, day, today, phone };
  const heard = heardNow(told);
  const cards = choose(plannedNow(told), heard, dueNow(told)).map((chosen) =>
    cardOf(chosen, { stored: read?.items ?? [], unsent, heard, phone }),
  );
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
  return cards.find((card) => card.id !== after && isUnplayed(card) && isReady(card));
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
  const card: DeckItem = {
    ...{ id, kind, visit, client, reasons },
    contact: base ? base.contact : contactOf(chosen, phone),
    sheet: base?.sheet ?? sheetOf(client.id, phone),
    rounds: same?.rounds ?? 0,
    heard: base?.heard ?? [],
    big_order: reasons.some((reason) => reason.kind === 'big_order'),
    last_boss: base?.last_boss ?? null,
  };
  return {
    ...card,
    rounds: card.rounds + unsent.filter((item) => isRoundOf(item, card)).length,
    sheet: sheetAtHand(card, unsent),
    heard: heardAtHand(card, heard),
  };
}

function contactOf({ reasons }: Chosen, phone: PhoneKnows): DeckItem['contact'] {
  const met = reasons.flatMap(({ origin }) => phone.visit(origin.id)?.contact ?? [])[0];
  return met ? { name: met.name, role: met.role } : null;
}

function sheetOf(client: string, phone: PhoneKnows): DeckItem['sheet'] {
  const read = phone.sheet(client);
  if (!read) return { version: 0, answers_ready: 0, missing: [...PARTS], questions: [] };
  const { version, answers_ready, missing, questions } = read;
  return { version, answers_ready, missing, questions };
}

function sheetAtHand({ client, sheet }: DeckItem, unsent: readonly Item[]): DeckItem['sheet'] {
  const last = unsent.findLast((item) => isSheetOf(item, client.id));
  if (!last) return sheet;
  const content = last.body as SheetNew;
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

function isRoundOf({ kind, method, body }: Item, { visit, client }: DeckItem): boolean {
  if (kind !== 'round' || method !== 'POST') return false;
  const { visit_id, client_id } = body as RoundNew;
  return visit ? visit_id === visit.id : client_id === client.id;
}
