/** The only file of help requests that knows addresses. */
import { api, got, heard } from '../kit/api/client';
import { NoAnswer } from '../kit/api/problem';
import { remember, useResource, type Resource } from '../kit/cache';
import { isOnlyHere } from '../kit/outbox';
import { helpLane, KINDS } from './kinds';
import type { Beside, Line, PageOf, Rising } from './wire';

const HELP = '/api/v1/help-requests';
const MOST = 50;

export const addresses = {
  asked: HELP,
  answers: (id: string) => `${HELP}/${id}/answers`,
  seen: (id: string) => `${HELP}/${id}/seen`,
  helper: (id: string) => `${HELP}/${id}/helper`,
  tried: (id: string) => `${HELP}/${id}/tried`,
  outcome: (id: string) => `${HELP}/${id}/outcome`,
  harvest: (id: string) => `${HELP}/${id}/harvest`,
  voiceNote: (id: string, note: string) => `${HELP}/${id}/voice-notes/${note}`,
};

/** All lists begin so: what has arrived is read again by this word. */
export const LISTS = 'help-list:';

/** With the client beside it; nothing is asked for what lies on this phone alone. */
export function useHelp(id: string): Resource<Beside> {
  return useResource(helpLane(id), () => {
    if (isOnlyHere(helpLane(id), KINDS.asked)) return Promise.reject(new NoAnswer());
    const path = { request_id: id };
    return got(api.GET('/api/v1/today/help-requests/{request_id}', { params: { path } }));
  });
}

/** Everything open that I may read, the earliest promise first. */
export function useOpen(): Resource<PageOf<Line>> {
  return useResource(`${LISTS}open`, () => readOpen());
}

export function readOpen(cursor: string | null = null): Promise<PageOf<Line>> {
  const query = { limit: MOST, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/help-requests', { params: { query } }));
}

/** What I asked and closed, or was closed with my help; the newest first. */
export function useClosed(): Resource<PageOf<Line>> {
  return useResource(`${LISTS}closed`, () => readClosed());
}

export function readClosed(cursor: string | null = null): Promise<PageOf<Line>> {
  const query = { closed: true, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/help-requests', { params: { query } }));
}

export function risingRead(): Resource<Rising> {
  return remember('help-rising', () => got(api.GET('/api/v1/help-requests/rising')));
}

export function soundOf(id: string, note: string): Promise<Blob> {
  return heard(addresses.voiceNote(id, note));
}

/** The sound of the visit that a request is about. */
export function visitSoundOf(visit: string, note: string): Promise<Blob> {
  return heard(`/api/v1/visits/${visit}/voice-notes/${note}`);
}
