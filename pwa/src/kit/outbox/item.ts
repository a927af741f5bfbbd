import type { Problem } from '../api/problem';

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What goes over the wire. */
export interface Content {
  method: Method;
  /** Whole path, beginning with /api/v1. */
  path: string;
  body?: unknown;
}

/** How a form calls one of its fields and the choices in it, in the writer's language. */
export interface FieldWords {
  name: string;
  options?: Record<string, string>;
}

/** What people see of an item besides its kind. */
export interface Label {
  client?: string;
  /** A few words, as “有推进 · 1 句原话”. */
  detail?: string;
  /** By the names in the body; shown when somebody else changed the same record. */
  fields?: Record<string, FieldWords>;
}

/** A recording or photograph, sent as it is instead of a JSON body. */
export interface Media {
  type: string;
  bytes: ArrayBuffer;
}

export interface NewItem extends Content {
  /** What a person did, in the words of the team: check-in, client, round. */
  kind: string;
  /** The record it belongs to, as `visit:ID`; what is said in a lane arrives in the order it was said. */
  lane: string;
  /** Lanes whose earlier items must have arrived before this one goes. */
  needs?: string[];
  media?: Media;
  /** The recording made in this form: its slices become the media in the same transaction. */
  take?: string;
  label?: Label;
  /** The ETag the form was opened with, or the last one known in the lane. */
  ifMatch?: 'last' | (string & {});
  /** Where the record stands in the server's answer, when that is a larger one: `['check_in']`. */
  within?: readonly string[];
  /**
   * Told about the lane's record, but stored beside it: its answer's version is none of the lane's,
   * and a correction goes after everything else that was told.
   */
  beside?: boolean;
  /** The draft this came from: it goes in the same transaction. */
  draft?: string;
  /** The item this one corrects; known without saying when its draft was opened by Edit. */
  edits?: string;
  /** The same, said as a change: used when what it corrects may already have arrived. */
  change?: Content;
}

export interface Item extends Content {
  id: string;
  /** Its turn among all items of this phone; a corrected item takes the turn of the one it replaces. */
  place: number;
  owner: string;
  ownerName: string;
  kind: string;
  lane: string;
  needs: string[];
  label: Label;
  within: readonly string[];
  /** Absent in items of earlier versions of the app. */
  beside?: boolean;
  draft: string | null;
  /** What stood in the form, for Edit; null when only the body is known. */
  form: unknown;
  /** Whether the bytes lie in the media table under this id. */
  hasMedia: boolean;
  /** The version it was written against; null until the item it follows has its answer. */
  ifMatch: string | null;
  follows: string | null;
  savedAt: number;
  /** Once above zero the item never changes: the server may have it. */
  tries: number;
  notBefore: number;
  state: 'waiting' | 'rejected' | 'conflict';
  /** Of the last answer; null after none. */
  status: number | null;
  problem: Problem | null;
  /** With a conflict: the row as the server has it, and its version. */
  theirs: { row: Record<string, unknown>; etag: string } | null;
}

/** Waits for a person, not for the network. */
export function isStuck(item: Item): boolean {
  return item.state !== 'waiting';
}

/** Nothing of it can have reached the server. */
export function isUnsaid(item: Item): boolean {
  return item.tries === 0 || item.state === 'rejected';
}
