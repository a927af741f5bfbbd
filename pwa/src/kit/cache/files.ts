/**
 * Files of the server's that were opened on this phone: with what else was read, so that they go at
 * sign-out and after seven unused days. The name of one tells its size, so that making room reads no file.
 */
import { owner as ownerNow } from '../api/person';
import { read, write } from '../outbox/db';
import type { Media } from '../outbox/item';
import { putUp, takeDown } from './shelf';

const FILE = 'file:';
/** Bytes of files that a phone keeps; the one that was not opened for the longest time goes first. */
export const MOST_KEPT = 60_000_000;

/** From this phone, else from the server, and then it stays here. A phone without room only shows it. */
export async function keptFile(id: string, size: number, ask: () => Promise<Blob>): Promise<Blob> {
  const owner = ownerNow.peek() ?? '';
  const key = `${FILE}${id}:${size}`;
  const found = await takeDown(owner, key);
  if (found) {
    const { type, bytes } = found.value as Media;
    return new Blob([bytes], { type });
  }
  const blob = await ask();
  const media: Media = { type: blob.type, bytes: await blob.arrayBuffer() };
  if (ownerNow.peek() === owner) await keep(owner, key, media).catch(() => undefined);
  return blob;
}

/** The server has it no more, so this phone has not, either. */
export async function dropFile(id: string): Promise<void> {
  const owner = ownerNow.peek() ?? '';
  await write(['cache'], (tx) => tx.objectStore('cache').delete(beginning(owner, `${FILE}${id}:`)));
}

/** What lies here of this person, by the beginning of its name, as the rest of each name. */
export async function keptOf(prefix: string): Promise<string[]> {
  const owner = ownerNow.peek() ?? '';
  const keys = await read(['cache'], (tx) =>
    tx.objectStore('cache').getAllKeys(beginning(owner, prefix)),
  );
  return keys.map(([, key]) => key.slice(prefix.length));
}

export async function keptFiles(): Promise<string[]> {
  return (await keptOf(FILE)).map((name) => name.slice(0, name.indexOf(':')));
}

async function keep(owner: string, key: string, media: Media): Promise<void> {
  await putUp(owner, key, media);
  await makeRoom(owner);
}

function makeRoom(owner: string): Promise<void> {
  return write(['cache'], async (tx) => {
    const cache = tx.objectStore('cache');
    let left = MOST_KEPT;
    let at = await cache.index('used').openKeyCursor(null, 'prev');
    for (; at; at = await at.continue()) {
      const [whose, key] = at.primaryKey;
      if (whose !== owner || !key.startsWith(FILE)) continue;
      left -= Number(key.slice(key.lastIndexOf(':') + 1));
      if (left < 0) await cache.delete(at.primaryKey);
    }
  });
}

function beginning(owner: string, prefix: string): IDBKeyRange {
  return IDBKeyRange.bound([owner, prefix], [owner, `${prefix}\uffff`]);
}
