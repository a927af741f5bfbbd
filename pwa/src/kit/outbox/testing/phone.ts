import { deleteDB, unwrap, type StoreNames, type StoreValue } from 'idb';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Phone as Kept, read as Read } from '../db';
import { serve, type FakeServer } from './server';

/** One tab: its own copy of every module, sharing database, storage and locks with the others. */
export async function openTab(): Promise<Tab> {
  vi.resetModules();
  const tab = await loadModules();
  opened.push(tab);
  return tab;
}

async function loadModules() {
  const [session, outbox, shelf, cache, { read }, { itemsOf }, watching] = await Promise.all([
    import('../../api/session'),
    import('../index'),
    import('../../cache/shelf'),
    import('../../cache/index'),
    import('../db'),
    import('../items'),
    import('../watch'),
  ]);
  const kept = () => itemsOf(session.owner.peek() ?? '');
  const { watch } = watching;
  const connection = () => read(['items'], (tx) => Promise.resolve(unwrap(tx.db)));
  const db = lyingOnPhone(read);
  return { ...outbox, ...session, ...shelf, ...cache, watch, db, connection, kept };
}

type Act = (this: IDBObjectStore, row: unknown) => IDBRequest;
type Look = { [S in Store]: { count(): Promise<number>; toArray(): Promise<Row<S>[]> } };
type Store = StoreNames<Kept>;
type Row<S extends Store> = StoreValue<Kept, S>;

/** What a test may look at behind the outbox's back. */
function lyingOnPhone(read: typeof Read): Look {
  const look = <S extends Store>(store: S) => ({
    count: () => read([store], (tx) => tx.objectStore(store).count()),
    toArray: () => read([store], (tx) => tx.objectStore(store).getAll()),
  });
  return {
    items: look('items'),
    media: look('media'),
    versions: look('versions'),
    drafts: look('drafts'),
    slices: look('slices'),
    cache: look('cache'),
    tallies: look('tallies'),
    leases: look('leases'),
  };
}

export type Tab = Awaited<ReturnType<typeof loadModules>>;

/** Web Locks as browsers grant them: one holder of a name, the others queue. */
export class FakeLocks {
  #queues = new Map<string, Promise<unknown>>();

  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(name) ?? Promise.resolve()).then(work);
    this.#queues.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** A killed process holds no locks. */
  releaseAll(): void {
    this.#queues.clear();
  }
}

export interface Phone {
  server: FakeServer;
  locks: FakeLocks;
}

/** A new phone before each test: empty, online, signed out; time stands still unless moved. */
export function freshPhone(): Phone {
  const phone = {} as Phone;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    vi.setSystemTime(new Date('2026-03-26T08:00:00Z'));
    localStorage.clear();
    await deleteDB('alongside');
    phone.server = serve();
    phone.locks = new FakeLocks();
    Object.defineProperty(navigator, 'locks', { value: phone.locks, configurable: true });
    online(true);
    for (const target of [window, document]) noteListeners(target);
  });
  afterEach(async () => {
    for (const forget of listening.splice(0)) forget();
    vi.useRealTimers();
    await atRest(opened);
    for (const tab of opened.splice(0)) await kill(tab);
    vi.unstubAllGlobals();
  });
  return phone;
}

export function online(is: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: is, configurable: true });
}

/** The process ends here: nothing of the old tab runs on, and its locks are free. */
export async function killAndReopen(tab: Tab, { locks }: Phone): Promise<Tab> {
  await kill(tab);
  locks.releaseAll();
  for (const fault of faults.splice(0)) fault.mockRestore();
  return openTab();
}

/** From here on this phone cannot do this in this store: it is full, or dies in that moment. */
export function failing(store: Store, act: 'add' | 'put' | 'delete', why: string, after = 0): void {
  let done = 0;
  const acts = IDBObjectStore.prototype as unknown as Record<typeof act, Act>;
  const real = acts[act];
  const fault = vi.spyOn(acts, act);
  fault.mockImplementation(function (this: IDBObjectStore, row) {
    if (this.name === store && done++ >= after) throw new Error(why);
    return real.call(this, row);
  });
  faults.push(fault);
}

async function kill(tab: Tab): Promise<void> {
  if (dead.has(tab)) return;
  dead.add(tab);
  const connection = await tab.connection().catch(() => null);
  if (!connection) return;
  connection.transaction = () => {
    throw new Error('killed');
  };
  connection.close();
}

/** A closed tab hears nothing more; here all tabs share one window. */
function noteListeners(target: EventTarget): void {
  const listen = target.addEventListener.bind(target);
  vi.spyOn(target, 'addEventListener').mockImplementation((type, heard, options) => {
    listen(type, heard, options);
    listening.push(() => target.removeEventListener(type, heard, options));
  });
}

/** What a test has set going is through before the phone goes away, unless it hangs on purpose. */
async function atRest(tabs: Tab[]): Promise<void> {
  const through = Promise.allSettled(tabs.map((tab) => tab.sendNow().then(tab.sendNow)));
  await Promise.race([through, new Promise((resolve) => setTimeout(resolve, 200))]);
}

const opened: Tab[] = [];
const dead = new WeakSet<Tab>();
const faults: { mockRestore(): void }[] = [];
const listening: (() => void)[] = [];
