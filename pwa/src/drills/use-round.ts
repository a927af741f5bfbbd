/** The round of one card: where it stands, and the way from step to step. */
import { useEffect, useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { dayOf } from '../kit/i18n/format';
import { ready, useDraft, type DraftOf } from '../kit/outbox';
import { daysAround, whatIsAtHand, type AtHand, type Lack } from './at-hand';
import type { Known } from './boss-card';
import { deckAtHand, type Deck } from './deck';
import { deck, readEveningAhead } from './remote';
import { draftOfRound, isBeforePlay, renew, resume, type Play } from './round';
import { useTonight, type Tonight } from './tonight';
import { unsentOfDeck } from './unsent';
import type { PersonRef } from './wire';

export interface Table {
  card: string;
  play: Play;
  tonight: DraftOf<Tonight>;
  deck: Deck;
  /** What the boss's card could still say; null when the card has left the deck meanwhile. */
  known: Known | null;
  /** Every step is on the phone before the next one is asked for. */
  step: (next: Play) => void;
  /** The round is over and kept, or nobody wants it: nothing of it stays behind. */
  clear: () => Promise<void>;
}

export function useRound(card: string) {
  const tonight = useTonight();
  const cards = deckAtHand(deck().value, unsentOfDeck(), dayOf());
  useReading(cards.day);
  const atHand = whatIsAtHand(card, cards, tonight.value.value);
  const isRead = tonight.ready.value && ready.value;
  const { play, ...ways } = usePlay(card, atHand, isRead);
  const choosePartners = (partners: PersonRef[]) => {
    tonight.value.value = { ...tonight.value.peek(), partners };
  };
  const { known, lack } = atHand;
  const table: Table | null = play && { card, play, tonight, deck: cards, known, ...ways };
  return { table, lack: isRead ? lack : ('waiting' satisfies Lack), choosePartners };
}

/** The round as it is kept on this phone: taken up where it was left, renewed until the clock runs. */
function usePlay(card: string, { begun }: AtHand, isRead: boolean) {
  const draft = useDraft<Play | null>(draftOfRound(card), null);
  const [settled, setSettled] = useState(false);
  const kept = draft.value.value;
  const mayBegin = begun !== null || (kept !== null && !isBeforePlay(kept));
  const isReady = isRead && draft.ready.value && mayBegin;
  const fresh = JSON.stringify([begun?.sheet, begun?.bossCard]);
  useEffect(() => {
    if (!isReady || (settled && !draft.value.peek())) return;
    const takeUp = settled ? renew : resume;
    draft.value.value = takeUp(draft.value.peek(), begun);
    setSettled(true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- at the start, and for what is newer
  }, [isReady, fresh]);
  const step = (next: Play) => {
    draft.value.value = next;
    void draft.keep();
  };
  const clear = () => draft.discard();
  return { play: settled ? kept : null, step, clear };
}

/** Reads what is not on this phone yet. */
function useReading(day: string | null): void {
  useEffect(() => {
    if (!deck().value) void readEveningAhead();
    else if (!playbookRead().value) void playbookRead().reload();
  }, []);
  useEffect(() => {
    for (const read of daysAround(day)) if (!read.value) void read.reload();
  }, [day]);
}
