import { write, type Cached } from '../outbox/db';

/** Read caches nobody opened for this long are wiped; unsent items never are. */
export const KEPT_UNUSED = 7 * 24 * 3600_000;

export function takeDown(owner: string, key: string): Promise<Cached | undefined> {
  return write(['cache'], async (tx) => {
    const cache = tx.objectStore('cache');
    const found = await cache.get([owner, key]);
    if (found) await cache.put({ ...found, used: Date.now() });
    return found;
  });
}

export async function putUp(owner: string, key: string, value: unknown): Promise<void> {
  const now = Date.now();
  await write(['cache'], (tx) =>
    tx.objectStore('cache').put({ owner, key, value, at: now, used: now }),
  );
}

export function drop(owner: string, key: string): Promise<void> {
  return write(['cache'], (tx) => tx.objectStore('cache').delete([owner, key]));
}

/** At sign-out, and for all others when somebody signs in: reads and versions go, items stay. */
export function wipeReads({ except = '' } = {}): Promise<void> {
  return write(['cache', 'versions'], async (tx) => {
    for (const name of ['cache', 'versions'] as const) {
      const store = tx.objectStore(name);
      for (const key of await store.getAllKeys()) {
        if (key[0] !== except) await store.delete(key);
      }
    }
  });
}

export function wipeUnused(now: number = Date.now()): Promise<void> {
  const before = IDBKeyRange.upperBound(now - KEPT_UNUSED, true);
  return write(['cache'], async (tx) => {
    const cache = tx.objectStore('cache');
    for (const key of await cache.index('used').getAllKeys(before)) await cache.delete(key);
  });
}
