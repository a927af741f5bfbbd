/** Requests as the server answers them. */
import { hejing, xiaoman } from './people';
import type { Beside, Line, Request } from '../wire';

const MINUTE = 60_000;

export function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE).toISOString();
}

export function lineOf(part: Partial<Line> = {}): Line {
  return {
    ...{ id: 'h1', asker: xiaoman, kind: 'price', about: null, client: null, voice_note: null },
    ...{ words: 'May he pay in two parts?', needed: 'now', wanted: 'decision' },
    ...{ audience: 'manager', helper: hejing, state: 'raised', owed: true, late: false },
    ...{ happened_at: inMinutes(-5), raised_at: inMinutes(-5), version: 1 },
    ...{ due_at: inMinutes(9.5), helper_due_at: inMinutes(9.5) },
    ...part,
  };
}

export function requestOf(part: Partial<Request> = {}): Request {
  return {
    ...lineOf(part),
    ...{ seen_at: null, answers: [], hand_overs: [], tried_at: null },
    ...{ solved_at: null, helped: null, harvest: null },
    ...part,
  };
}

export function besideOf(part: Partial<Request> = {}, other: Partial<Beside> = {}): Beside {
  return { request: requestOf(part), client: null, could_help: [], ...other };
}
