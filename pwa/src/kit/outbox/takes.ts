/**
 * A recording while it is made (a take): each slice lies on the phone as soon as it is spoken, so
 * that a killed page loses only the slice being spoken. Like a draft it belongs to its writer.
 */
import { owner as ownerNow } from '../api/person';
import { read, write, type Reading, type Slice, type Writing } from './db';
import type { Media } from './item';

export interface Take extends Media {
  seconds: number;
  /** When its last slice was spoken, by this phone's clock. */
  at: number;
}

/** Another tab has saved it, or thrown it away. */
export class NothingRecorded extends Error {
  override readonly name = 'NothingRecorded';
}

export type NewSlice = Omit<Slice, 'owner' | 'key'>;

/** Resolves when the slice lies on the phone. */
export async function keepSlice(key: string, slice: NewSlice): Promise<void> {
  const owner = ownerNow.peek() ?? '';
  await write(['slices'], (tx) => tx.objectStore('slices').put({ ...slice, owner, key }));
}

/** What has been recorded in this form and is not saved yet. */
export async function takeOf(key: string): Promise<Take | null> {
  const owner = ownerNow.peek() ?? '';
  return joined(await read(['slices'], (tx) => slicesIn(tx, owner, key)));
}

/** Only a person throws a take away. Returns the way back. */
export async function dropTake(key: string): Promise<() => Promise<void>> {
  const owner = ownerNow.peek() ?? '';
  const gone = await write(['slices'], async (tx) => {
    const found = await slicesIn(tx, owner, key);
    await tx.objectStore('slices').delete(all(owner, key));
    return found;
  });
  return () =>
    write(['slices'], async (tx) => {
      for (const slice of gone) await tx.objectStore('slices').put(slice);
    });
}

/** Inside the transaction that saves: the slices become one recording and go. */
export async function putTogether(tx: Writing, owner: string, key: string): Promise<Media> {
  const take = joined(await slicesIn(tx, owner, key));
  if (!take) throw new NothingRecorded();
  await tx.objectStore('slices').delete(all(owner, key));
  return { type: take.type, bytes: take.bytes };
}

function slicesIn(tx: Reading, owner: string, key: string): Promise<Slice[]> {
  return tx.objectStore('slices').getAll(all(owner, key));
}

/** Arrays sort after numbers: every slice of the form lies in between. */
function all(owner: string, key: string): IDBKeyRange {
  return IDBKeyRange.bound([owner, key], [owner, key, []]);
}

function joined(slices: readonly Slice[]): Take | null {
  const last = slices.at(-1);
  if (!last) return null;
  const bytes = new Uint8Array(slices.reduce((size, slice) => size + slice.bytes.byteLength, 0));
  let at = 0;
  for (const slice of slices) {
    bytes.set(new Uint8Array(slice.bytes), at);
    at += slice.bytes.byteLength;
  }
  return { type: last.type, bytes: bytes.buffer, seconds: last.seconds, at: last.at };
}
