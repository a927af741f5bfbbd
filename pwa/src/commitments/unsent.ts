/** What of promises lies unsent on this phone. Reactive. */
import { pendingOf, type Item } from '../kit/outbox';
import { MOVED, SETTLED } from './promises';

export function unsentOfPromises(): Item[] {
  return [...pendingOf(SETTLED), ...pendingOf(MOVED)];
}
