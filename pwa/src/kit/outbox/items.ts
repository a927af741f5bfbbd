/** The items as they lie on the phone: read in order, and changed inside a transaction. */
import { read, type Reading, type Writing } from './db';
import type { Item, Media } from './item';

export function itemsOf(owner: string): Promise<Item[]> {
  return read(['items'], (tx) => itemsIn(tx, owner));
}

export async function itemsIn(tx: Reading, owner: string): Promise<Item[]> {
  const found = await tx.objectStore('items').index('owner').getAll(owner);
  return found.sort((one, other) => one.place - other.place);
}

export function mediaOf(id: string): Promise<Media | undefined> {
  return read(['media'], (tx) => tx.objectStore('media').get(id));
}

/** Does nothing when the item is gone. */
export async function changeItem(tx: Writing, id: string, part: Partial<Item>): Promise<void> {
  const items = tx.objectStore('items');
  const item = await items.get(id);
  if (item) await items.put({ ...item, ...part });
}

/** What was written right after this item in its lane; returns it as it was. */
export async function changeFollowers(
  tx: Writing,
  item: Item,
  part: Partial<Item>,
): Promise<Item[]> {
  const found = (await itemsIn(tx, item.owner)).filter((other) => other.follows === item.id);
  for (const next of found) await tx.objectStore('items').put({ ...next, ...part });
  return found;
}

/** With its bytes. Only in a transaction over both stores. */
export async function removeItem(tx: Writing, id: string): Promise<void> {
  await tx.objectStore('items').delete(id);
  await tx.objectStore('media').delete(id);
}
