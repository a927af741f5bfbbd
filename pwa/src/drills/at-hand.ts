/** What a round of a card begins with, as far as this phone knows it now; and what is missing. */
import { clientLane, sheetLane } from '../clients/lanes';
import { knownTypes } from '../clients/objection-types';
import { playbookRead, sheetRead } from '../clients/remote';
import { missingIn } from '../clients/sheet';
import type { Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import { pending } from '../kit/outbox';
import { dayRead } from '../today/remote';
import { agreedBefore } from './agreed-before';
import { suggestBossCard, type Known } from './boss-card';
import type { Deck } from './deck';
import { roundMinutes } from './minutes';
import { idsAt, seatsNow } from './seats-now';
import { deck } from './remote';
import type { Begun, SheetToPlay } from './round';
import type { Seats } from './seats';
import { sheetToPlay } from './sheet-to-play';
import { nextNumber, playedBefore, type Tonight } from './tonight';
import type { DeckItem } from './wire';
import { t } from './words-of-boss';

/** What stands between the card and the cover. */
export type Lack = 'waiting' | 'partner' | 'sheet' | 'card';

export interface AtHand {
  begun: Begun | null;
  /** What the boss's card is suggested from. */
  known: Known | null;
  lack: Lack | null;
}

export function whatIsAtHand(id: string, { day, cards }: Deck, tonight: Tonight): AtHand {
  const card = cards.find((one) => one.id === id);
  const isReading = !deck().value && !deck().error;
  if (!card) return lacking(isReading ? 'waiting' : 'card');
  const { client } = card;
  const sheet = sheetToPlay(sheetRead(client.id).value, pending(sheetLane(client.id)));
  const isBorn = pending(clientLane(client.id)).some(({ kind }) => kind === 'client');
  if (!sheet && !isBorn && !isRead(sheetRead(client.id))) return lacking('waiting');
  if (!sheet || missingIn(sheet).length > 0) return lacking('sheet');
  const seats = seatsNow(tonight);
  if (!seats) return lacking('partner');
  // Lines and card are decided once, so what they are made of is waited for.
  if (![playbookRead(), ...daysAround(day)].every(isRead)) return lacking('waiting');
  return ready(card, { sheet, seats, tonight, day });
}

/** The days on whose cards stand the lines of an earlier evening: tomorrow's, else today's. */
export function daysAround(day: string | null) {
  return [...(day ? [dayRead(day)] : []), dayRead(dayOf())];
}

function ready(
  { id, client, contact, visit, heard, last_boss }: DeckItem,
  now: { sheet: SheetToPlay; seats: Seats; tonight: Tonight; day: string | null },
): AtHand {
  const { sheet, seats, tonight } = now;
  const people = idsAt(seats);
  const played = playedBefore(tonight, { people, day: dayOf(), card: id });
  const known: Known = {
    ...{ cardId: id, number: nextNumber(tonight, people, dayOf()), sheet, heard },
    lastBoss: played.boss ?? last_boss,
    surprises: played.surprises,
    types: knownTypes(),
    anyway: t('movesAnyway'),
  };
  const days = daysAround(now.day).map(({ value }) => value);
  const begun: Begun = {
    ...{ cardId: id, visitId: visit?.id ?? null, client, sheet, seats, number: known.number },
    bossName: contact?.name ?? null,
    minutes: roundMinutes(),
    bossCard: suggestBossCard(known),
    before: agreedBefore(client.id, days),
    tonight: played.agreed,
  };
  return { begun, known, lack: null };
}

/** Or cannot be read now: then the round begins without it. */
function isRead({ value, error }: Resource<unknown>): boolean {
  return value !== undefined || error !== null;
}

function lacking(lack: Lack): AtHand {
  return { begun: null, known: null, lack };
}
