/** Whether what a client says today is played tonight: only who is visited tomorrow has a card. */
import { useEffect } from 'preact/hooks';
import { deckAtHand } from '../drills/deck';
import { deck } from '../drills/remote';
import { dayOf } from '../kit/i18n/format';
import { items } from '../kit/outbox';

/** As far as this phone knows: from the deck it has read, and the plans that lie on it unsent. */
export function useClientsOfTonight(): ReadonlySet<string> {
  const tonight = deck();
  useEffect(() => {
    if (!tonight.value) void tonight.reload();
  }, [tonight]);
  const { cards } = deckAtHand(tonight.value, items.value, dayOf());
  return new Set(cards.map(({ client }) => client.id));
}
