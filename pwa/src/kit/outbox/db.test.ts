/** What "saved" means on the phone itself, below the rules of the outbox. */
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item } from './item';
import { freshPhone, openTab, type Tab } from './testing/phone';
import { xiaoman } from './testing/server';

const phone = freshPhone();
let tab: Tab;

beforeEach(async () => {
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
  phone.server.reachable = false;
});

function checkIn(visit: string) {
  const path = `/api/v1/visits/${visit}/check-in`;
  return { kind: 'check-in', lane: `visit:${visit}`, method: 'PUT' as const, path, body: {} };
}

describe('saved', () => {
  it('is not said when the browser refuses at the very end', async () => {
    const refuse = vi.spyOn(IDBObjectStore.prototype, 'delete');
    refuse.mockImplementation(function (this: IDBObjectStore) {
      // Full storage shows only when the transaction ends: every request in it went well.
      const last = this.count();
      last.addEventListener('success', () => this.transaction.abort());
      return last as unknown as IDBRequest<undefined>;
    });
    await expect(tab.enqueue({ ...checkIn('1'), draft: 'check-in:1' })).rejects.toThrow();
    expect(await tab.kept()).toEqual([]);
  });

  it('survives an empty battery: every write waits for the disk', async () => {
    const connection = await tab.connection();
    const asked = vi.spyOn(connection, 'transaction');
    await tab.enqueue(checkIn('1'));
    await tab.send();
    const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  it('is seen by the screen that opens next, without waiting', async () => {
    const stop = tab.watch();
    await tab.enqueue(checkIn('1'));
    expect(tab.pending('visit:1')).toHaveLength(1);
    stop();
  });

  it('is not shown to the next person, though it was just being read', async () => {
    const stop = tab.watch();
    await tab.enqueue(checkIn('1'));
    dispatchEvent(new Event('pageshow'));
    const leaving = tab.signOut();
    const shown: Item[] = [];
    tab.items.subscribe((items) => shown.push(...items));
    await leaving;
    await vi.waitFor(() => expect(tab.others.value).toHaveLength(1));
    expect(shown).toEqual([]);
    stop();
  });

  it('is seen by the other tabs', async () => {
    const other = await openTab();
    const stop = other.watch();
    await vi.waitFor(() => expect(other.ready.value).toBe(true));
    await tab.enqueue(checkIn('1'));
    await vi.waitFor(() => expect(other.pending('visit:1')).toHaveLength(1));
    stop();
  });
});

it('that an older Alongside has left is still there after the phone got a newer one', async () => {
  await tab.enqueue(checkIn('1'));
  await tab.send();
  const [item] = await tab.kept();
  (await tab.connection()).close();
  await deleteDB('alongside');
  const older = await openDB('alongside', 1, {
    upgrade: (db) => {
      const items = db.createObjectStore('items', { keyPath: 'id' });
      for (const by of ['place', 'owner']) items.createIndex(by, by);
      for (const store of ['versions', 'tallies']) {
        db.createObjectStore(store, { keyPath: ['owner'] }).createIndex('owner', 'owner');
      }
      for (const store of ['media', 'drafts', 'leases']) db.createObjectStore(store);
    },
  });
  await older.put('items', item);
  older.close();
  const newer = await openTab();
  await expect.poll(() => newer.kept()).toEqual([item]);
});

describe('the connection', () => {
  it('that the phone dropped while the page slept is opened again', async () => {
    (await tab.connection()).close();
    await tab.enqueue(checkIn('1'));
    expect(await tab.kept()).toHaveLength(1);
  });

  it('is given up for a newer Alongside in another tab, and then nothing is called saved', async () => {
    await tab.send();
    const newer = indexedDB.open('alongside', 3);
    await new Promise((opened) => newer.addEventListener('success', opened));
    newer.result.close();
    await expect(tab.enqueue(checkIn('1'))).rejects.toThrow();
  });

  it('that cannot be had is said, and had again as soon as it can', async () => {
    const other = await openTab();
    const fails = failsToOpen();
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(fails);
    const stop = other.watch();
    await vi.waitFor(() => expect(other.cannotKeep.value).toBe(true));
    refused.mockRestore();
    await other.enqueue(checkIn('1'));
    expect(other.cannotKeep.value).toBe(false);
    stop();
  });
});

/** As in a private window: the request is taken, and fails. */
function failsToOpen(): typeof indexedDB.open {
  const open = indexedDB.open.bind(indexedDB);
  open('elsewhere', 2);
  return () => open('elsewhere', 1);
}
