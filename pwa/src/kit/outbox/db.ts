import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import { itemsChanged } from './changes';
import type { Item, Media } from './item';

export interface Kept<T = unknown> {
  owner: string;
  key: string;
  value: T;
  at: number;
}

/** A draft opened by Edit names the item it corrects. */
export interface Draft extends Kept {
  edits: string | null;
}

/** A cached read; `used` is when a screen last asked for it. */
export interface Cached extends Kept {
  used: number;
}

export interface Version {
  owner: string;
  lane: string;
  etag: string;
}

export interface Tally {
  owner: string;
  /** Local date, in the zone of the organisation. */
  day: string;
  count: number;
}

/** A piece of a recording that is being made, or was made and is not saved yet. */
export interface Slice {
  owner: string;
  /** The form it is made in, as with a draft. */
  key: string;
  n: number;
  type: string;
  bytes: ArrayBuffer;
  /** How long the recording is with this piece. */
  seconds: number;
  at: number;
}

export interface Lease {
  name: string;
  holder: string;
  until: number;
}

/** Everything Alongside keeps on this phone. No secret is ever in it. */
export interface Phone extends DBSchema {
  items: { key: string; value: Item; indexes: { place: number; owner: string } };
  media: { key: string; value: Media & { item: string } };
  versions: { key: [owner: string, lane: string]; value: Version; indexes: { owner: string } };
  drafts: { key: [owner: string, key: string]; value: Draft };
  slices: { key: [owner: string, key: string, n: number]; value: Slice };
  cache: {
    key: [owner: string, key: string];
    value: Cached;
    indexes: { owner: string; used: number };
  };
  tallies: { key: [owner: string, day: string]; value: Tally; indexes: { owner: string } };
  leases: { key: string; value: Lease };
}

export type Store = StoreNames<Phone>;
/** Inside a transaction nothing else may be awaited: the browser ends it when it falls idle. */
export type Reading = IDBPTransaction<Phone, Store[], IDBTransactionMode>;
export type Writing = IDBPTransaction<Phone, Store[], 'readwrite'>;

export async function read<T>(stores: Store[], work: (tx: Reading) => Promise<T>): Promise<T> {
  return work(await begin(stores, 'readonly'));
}

/** All of the work is kept, or nothing. When the promise resolves, it lies on the phone. */
export async function write<T>(stores: Store[], work: (tx: Writing) => Promise<T>): Promise<T> {
  const result = await wholly(await begin(stores, 'readwrite'), work);
  if (stores.includes('items')) await itemsChanged();
  return result;
}

async function wholly<T>(tx: Writing, work: (tx: Writing) => Promise<T>): Promise<T> {
  try {
    const result = await work(tx);
    await tx.done;
    return result;
  } catch (error) {
    await undo(tx);
    throw error;
  }
}

/** Also what was already asked for: half of a screen must not be kept. */
async function undo(tx: Writing): Promise<void> {
  try {
    tx.abort();
  } catch {
    return; // the browser has ended it already
  }
  await tx.done.catch(() => undefined);
}

let connection: Promise<IDBPDatabase<Phone>> | null = null;

async function begin<M extends IDBTransactionMode>(stores: Store[], mode: M) {
  const tx = await connected().then((db) => transaction(db, stores, mode));
  // Whoever waits for the work hears of it there; without this the console would as well.
  tx.done.catch(() => undefined);
  return tx;
}

/** iOS drops the connection of a page that slept: then a new one is opened, once. */
async function transaction<M extends IDBTransactionMode>(
  db: IDBPDatabase<Phone>,
  stores: Store[],
  mode: M,
) {
  // "Saved" must survive an empty battery, not only a closed browser.
  const options = { durability: 'strict' } as const;
  try {
    return db.transaction(stores, mode, options);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
    letGo();
    return (await connected()).transaction(stores, mode, options);
  }
}

function connected(): Promise<IDBPDatabase<Phone>> {
  connection ??= open().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

function open(): Promise<IDBPDatabase<Phone>> {
  // A newer Alongside in another tab must not wait for this one to be closed.
  return openDB<Phone>('alongside', 2, { upgrade, blocking: letGo, terminated: letGo });
}

/** What lies on the phone stays; each step adds to the one before. */
function upgrade(db: IDBPDatabase<Phone>, before: number): void {
  if (before < 1) first(db);
  db.createObjectStore('slices', { keyPath: ['owner', 'key', 'n'] });
}

function first(db: IDBPDatabase<Phone>): void {
  const items = db.createObjectStore('items', { keyPath: 'id' });
  items.createIndex('place', 'place');
  items.createIndex('owner', 'owner');
  db.createObjectStore('media', { keyPath: 'item' });
  db.createObjectStore('versions', { keyPath: ['owner', 'lane'] }).createIndex('owner', 'owner');
  db.createObjectStore('drafts', { keyPath: ['owner', 'key'] });
  const cache = db.createObjectStore('cache', { keyPath: ['owner', 'key'] });
  cache.createIndex('owner', 'owner');
  cache.createIndex('used', 'used');
  db.createObjectStore('tallies', { keyPath: ['owner', 'day'] }).createIndex('owner', 'owner');
  db.createObjectStore('leases', { keyPath: 'name' });
}

function letGo(): void {
  void connection?.then((db) => db.close());
  connection = null;
}
