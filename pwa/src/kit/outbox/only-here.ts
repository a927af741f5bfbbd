import { justLanded } from './delivered';
import { items } from './watch';

/**
 * Whether the birth of this record still lies on this phone: asking the server for it would say that
 * it does not exist. One whose birth has just arrived is asked for; what is shown of it in between
 * ends with that reading.
 */
export function isOnlyHere(lane: string, kind: string): boolean {
  const arrived = new Set(justLanded.peek().map(({ id }) => id));
  return items
    .peek()
    .some(
      (item) =>
        item.lane === lane && item.kind === kind && item.method === 'POST' && !arrived.has(item.id),
    );
}
