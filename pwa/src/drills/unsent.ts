/** What lies on this phone and changes how tonight looks, in the order it was written. Reactive. */
import { items, pendingOf, type Item } from '../kit/outbox';

const OF_A_CARD = ['visit', 'check-in', 'move', 'cancellation', 'client-sheet', 'reality-check'];
const OF_AN_EVENING = ['postponement', 'partner-wish', 'offer', 'reflection', 'drill'];

/** A round that has just arrived is not counted twice; everything else stays until it is read back. */
export function unsentOfDeck(): Item[] {
  const rounds = items.value.filter(({ kind }) => kind === 'round');
  return inOrder([...OF_A_CARD.flatMap(pendingOf), ...rounds]);
}

export function unsentOfEvening(): Item[] {
  return inOrder(OF_AN_EVENING.flatMap(pendingOf));
}

function inOrder(found: Item[]): Item[] {
  return found.sort((a, b) => a.place - b.place);
}
