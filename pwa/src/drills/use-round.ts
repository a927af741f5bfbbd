/** The round of one visit: where it stands, and the way from step to step. */
import { useEffect, useState } from 'preact/hooks';
import { clientLane, sheetLane } from '../clients/lanes';
import { playbookRead, sheetRead } from '../clients/remote';
import { missingIn } from '../clients/sheet';
import { dayOf } from '../kit/i18n/format';
import { items, pending, ready, useDraft, type DraftOf } from '../kit/outbox';
import { draftOfRound } from './actions';
import { deckAtHand, type Deck } from './deck';
import { roundMinutes } from './minutes';
import { myself } from './people';
import { deck, myDrills, readEveningAhead } from './remote';
import { isBeforePlay, resume, type Begun, type Play } from './round';
import { firstSeats, peopleOf, type Seats } from './seats';
import { sheetToPlay } from './sheet-to-play';
import { nextNumber, partnersOf, useTonight, type Tonight } from './tonight';
import type { DeckItem, PersonRef } from './wire';

export interface Table {
  visit: string;
  play: Play;
  tonight: DraftOf<Tonight>;
  deck: Deck;
  /** Every step is on the phone before the next one is asked for. */
  step: (next: Play) => void;
  /** The round is over and kept, or nobody wants it: nothing of it stays behind. */
  clear: () => Promise<void>;
}

/** What stands between the card and the cover. */
export type Lack = 'waiting' | 'partner' | 'sheet' | 'card';

export function useRound(visit: string) {
  const tonight = useTonight();
  const draft = useDraft<Play | null>(draftOfRound(visit), null);
  const [settled, setSettled] = useState(false);
  const cards = deckAtHand(deck().value, items.value, dayOf());
  const { begun, lack } = whatIsAtHand(visit, cards, tonight.value.value);
  useEffect(() => {
    if (!deck().value) void readEveningAhead();
    else if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const isRead = draft.ready.value && tonight.ready.value && ready.value;
  const kept = draft.value.value;
  const mayBegin = isRead && (begun !== null || (kept !== null && !isBeforePlay(kept)));
  const sheet = JSON.stringify(begun?.sheet);
  useEffect(() => {
    if (!mayBegin || (settled && !draft.value.peek())) return;
    draft.value.value = resume(draft.value.peek(), begun);
    setSettled(true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- at the start, and for a newer sheet
  }, [mayBegin, sheet]);
  const step = (next: Play) => {
    draft.value.value = next;
    void draft.keep();
  };
  const clear = () => draft.discard();
  const choosePartners = (partners: PersonRef[]) => {
    tonight.value.value = { ...tonight.value.peek(), partners };
  };
  const play = settled ? kept : null;
  const table: Table | null = play && { visit, play, tonight, deck: cards, step, clear };
  return { table, lack: isRead ? lack : ('waiting' as const), choosePartners };
}

/** The number of the round that would begin now. */
export function useNextNumber(): number {
  const tonight = useTonight().value.value;
  const seats = seatsNow(tonight);
  return seats ? numberNow(tonight, seats) : 1;
}

function seatsNow(tonight: Tonight): Seats | null {
  const self = myself();
  return self && firstSeats(self, partnersOf(tonight, myDrills().value?.items, self.id));
}

function numberNow(tonight: Tonight, seats: Seats): number {
  const people = peopleOf(seats).map(({ id }) => id);
  return nextNumber(tonight, people, dayOf());
}

function whatIsAtHand(
  visit: string,
  { cards }: Deck,
  tonight: Tonight,
): { begun: Begun | null; lack: Lack | null } {
  const card = cards.find((one) => one.visit.id === visit);
  const isReading = !deck().value && !deck().error;
  if (!card) return { begun: null, lack: isReading ? 'waiting' : 'card' };
  return withSheet(card, tonight);
}

function withSheet(card: DeckItem, tonight: Tonight): { begun: Begun | null; lack: Lack | null } {
  const { client, contact, visit } = card;
  const read = sheetRead(client.id);
  const sheet = sheetToPlay(read.value, pending(sheetLane(client.id)));
  const isBorn = pending(clientLane(client.id)).some(({ kind }) => kind === 'client');
  if (!sheet && !read.value && !read.error && !isBorn) return { begun: null, lack: 'waiting' };
  if (!sheet || missingIn(sheet).length > 0) return { begun: null, lack: 'sheet' };
  const seats = seatsNow(tonight);
  if (!seats) return { begun: null, lack: 'partner' };
  const begun: Begun = {
    ...{ visitId: visit.id, client, sheet, seats },
    bossName: contact?.name ?? null,
    minutes: roundMinutes(),
    number: numberNow(tonight, seats),
  };
  return { begun, lack: null };
}
