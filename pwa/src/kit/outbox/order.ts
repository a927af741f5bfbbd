import { isStuck, type Item } from './item';

/** Earlier items of its lane, or of a lane it needs: they must have arrived first. */
export function before(item: Item, items: readonly Item[]): Item[] {
  return items.filter(
    (other) =>
      other.place < item.place && (other.lane === item.lane || item.needs.includes(other.lane)),
  );
}

/** The next item whose turn it is, oldest first; undefined when all wait for something. */
export function nextToSend(items: readonly Item[], now: number): Item | undefined {
  return items.find(
    (item) => !isStuck(item) && item.notBefore <= now && before(item, items).length === 0,
  );
}

/** When the next item that waits only for its time may go; null when there is none. */
export function nextMoment(items: readonly Item[]): number | null {
  const moments = items
    .filter((item) => !isStuck(item) && before(item, items).length === 0)
    .map((item) => item.notBefore);
  return moments.length ? Math.min(...moments) : null;
}

/** Which items are held, and by which rejected or conflicting one. `items` in order of place. */
export function holders(items: readonly Item[]): Map<string, Item> {
  const held = new Map<string, Item>();
  for (const item of items) {
    for (const earlier of before(item, items)) {
      const holder = isStuck(earlier) ? earlier : held.get(earlier.id);
      if (holder) held.set(item.id, holder);
    }
  }
  return held;
}

/** What discarding this item would leave without its ground. */
export function dependants(item: Item, items: readonly Item[]): Item[] {
  const found = new Set<string>([item.id]);
  for (const other of items) {
    if (before(other, items).some((earlier) => found.has(earlier.id))) found.add(other.id);
  }
  return items.filter((other) => other.id !== item.id && found.has(other.id));
}
