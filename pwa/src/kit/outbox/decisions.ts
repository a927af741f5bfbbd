import { uuid7 } from '../api/uuid7';
import { differing } from './answer';
import { read, write, type Writing } from './db';
import { isUnsaid, type Item } from './item';
import { changeFollowers, changeItem, itemsIn, removeItem } from './items';
import { dependants } from './order';
import { send } from './sender';

/** Send again, as it is. */
export async function sendAgain(id: string): Promise<void> {
  const again = { state: 'waiting', problem: null, status: null, notBefore: 0 } as const;
  await write(['items'], (tx) => changeItem(tx, id, again));
  await send();
}

/** Only a person discards. Returns the way back, which puts everything where it was. */
export async function discard(id: string): Promise<() => Promise<void>> {
  const undo = await write(['items', 'media'], async (tx) => {
    const item = await tx.objectStore('items').get(id);
    if (!item) return null;
    const media = await tx.objectStore('media').get(id);
    const after = await changeFollowers(tx, item, { follows: item.follows, ifMatch: item.ifMatch });
    await removeItem(tx, id);
    return { item, media, after };
  });
  void send();
  return async () => {
    if (!undo) return;
    await write(['items', 'media'], async (tx) => {
      await tx.objectStore('items').put(undo.item);
      if (undo.media) await tx.objectStore('media').put(undo.media);
      for (const next of undo.after) await followAgain(tx, next, undo.item);
    });
    void send();
  };
}

/** How many others wait for this one and would go without it. */
export function waitingFor(id: string): Promise<number> {
  return read(['items'], async (tx) => {
    const item = await tx.objectStore('items').get(id);
    return item ? dependants(item, await itemsIn(tx, item.owner)).length : 0;
  });
}

/**
 * Somebody changed the same record: `mine` are the fields in which this person's words stay. The
 * rest of the record stays as the server has it.
 */
export async function resolve(id: string, mine: readonly string[]): Promise<void> {
  await write(['items', 'media'], async (tx) => {
    const item = await tx.objectStore('items').get(id);
    if (!item?.theirs) return;
    const { etag } = item.theirs;
    const next = mine.length > 0 ? decided(item, mine, item.theirs) : null;
    const now = next ? { follows: next.id } : { follows: null, ifMatch: etag };
    await changeFollowers(tx, item, now);
    await removeItem(tx, id);
    if (next) await tx.objectStore('items').add(next);
  });
  await send();
}

/** The item was tried, so it does not change: a new one takes its place. */
function decided(item: Item, mine: readonly string[], theirs: NonNullable<Item['theirs']>): Item {
  const body = (item.body ?? {}) as Record<string, unknown>;
  return {
    ...item,
    id: uuid7(),
    body: item.method === 'PATCH' ? only(body, mine) : wholly(body, mine, theirs.row),
    ifMatch: theirs.etag,
    follows: null,
    tries: 0,
    notBefore: 0,
    state: 'waiting',
    status: null,
    problem: null,
    theirs: null,
  };
}

/** A change names the chosen fields and leaves the others as they are. */
function only(body: Record<string, unknown>, mine: readonly string[]) {
  return Object.fromEntries(Object.entries(body).filter(([field]) => mine.includes(field)));
}

/** A record sent whole must say the other fields as well: as the server has them. */
function wholly(
  body: Record<string, unknown>,
  mine: readonly string[],
  row: Record<string, unknown>,
) {
  const theirs = differing(body, row).filter((field) => !mine.includes(field));
  return { ...body, ...Object.fromEntries(theirs.map((field) => [field, row[field] ?? null])) };
}

/**
 * Lays what was written into the draft of its form, so that the form opens with it. What somebody
 * is typing there already is not overwritten; saving it then corrects this item.
 */
export async function openForEdit(item: Item): Promise<void> {
  const key = item.draft ?? `${item.kind}:${item.lane}`;
  await write(['drafts'], async (tx) => {
    const drafts = tx.objectStore('drafts');
    const typed = await drafts.get([item.owner, key]);
    const value = typed?.value ?? item.form ?? item.body;
    await drafts.put({ owner: item.owner, key, value, at: Date.now(), edits: item.id });
  });
}

async function followAgain(tx: Writing, next: Item, item: Item): Promise<void> {
  const now = await tx.objectStore('items').get(next.id);
  if (now && isUnsaid(now)) await changeItem(tx, now.id, { follows: item.id, ifMatch: null });
}
