/** What a client says today is played tonight: at the head of the deck where it leads there. */
import { useEffect } from 'preact/hooks';
import { deckAtHand } from '../drills/deck';
import { deck } from '../drills/remote';
import { unsentOfDeck } from '../drills/unsent';
import { dayOf } from '../kit/i18n/format';

export type Tonight = 'firstCard' | 'oneOfCards' | 'keptForNext';

/** Of a client, and the day on which it was said. */
export function useTonight(): (clientId: string, day: string) => Tonight {
  const tonight = deck();
  useEffect(() => {
    if (!tonight.value) void tonight.reload();
  }, [tonight]);
  const [first] = deckAtHand(tonight.value, unsentOfDeck(), dayOf()).cards;
  return (clientId, day) => {
    if (day !== dayOf()) return 'keptForNext';
    return first?.client.id === clientId ? 'firstCard' : 'oneOfCards';
  };
}
