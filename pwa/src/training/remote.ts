/** The only file of training that knows addresses. */
import { api, got } from '../kit/api/client';
import { me } from '../kit/api/session';
import { refresh, remember, useResource, type Resource } from '../kit/cache';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import type {
  Decision,
  PageOf,
  Point,
  Session,
  SessionCard,
  SessionChange,
  SessionNew,
  Topic,
  Try,
} from './wire';

const SESSIONS = '/api/v1/sessions';
const PROPOSALS = '/api/v1/topic-proposals';
const MOST_DRILLS = 5;
const DEBRIEFED = new Set(['debriefing', 'agreed', 'followed_up']);
const HELD = new Set(['agreed', 'followed_up']);

export const addresses = {
  announcement: (id: string) => `${SESSIONS}/${id}/announcement`,
  holding: (id: string) => `${SESSIONS}/${id}/holding`,
  skip: (id: string) => `${SESSIONS}/${id}/skip`,
  practice: (id: string) => `${SESSIONS}/${id}/practice`,
  closing: (id: string) => `${SESSIONS}/${id}/closing`,
  attendance: (id: string, person: string) => `${SESSIONS}/${id}/attendance/${person}`,
  evidence: (id: string) => `${SESSIONS}/${id}/evidence`,
  confirmation: (id: string, of: string) => `${SESSIONS}/${id}/evidence/${of}/confirmation`,
  topics: PROPOSALS,
  vote: (id: string) => `${PROPOSALS}/${id}/vote`,
};

/** Where the lists are remembered, one session, and the topics. */
export const LISTS = 'sessions:';
export const ONE = 'session:';
export const TOPICS = 'topics';

export type When = 'coming' | 'past';

export function readSessions(
  when: When,
  cursor: string | null = null,
): Promise<PageOf<SessionCard>> {
  const query = { when, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/sessions', { params: { query } }));
}

export function useSessions(when: When): Resource<PageOf<SessionCard>> {
  return useResource(`${LISTS}${when}`, () => readSessions(when));
}

export function useSession(id: string): Resource<Session> {
  const path = { session_id: id };
  return useResource(`${ONE}${id}`, () =>
    got(api.GET('/api/v1/sessions/{session_id}', { params: { path } })),
  );
}

export async function planSession(body: SessionNew): Promise<Session> {
  const planned = await got(api.POST('/api/v1/sessions', { body }));
  await refresh(LISTS);
  return planned;
}

export async function changeSession(
  { id, version }: Pick<Session, 'id' | 'version'>,
  body: SessionChange,
): Promise<Session> {
  const params = { path: { session_id: id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/sessions/{session_id}', { params, body }));
}

export async function writePoints(id: string, points: Point[]): Promise<Session> {
  const params = { path: { session_id: id } };
  const body = { points };
  const written = await got(
    api.PUT('/api/v1/sessions/{session_id}/learning-points', { params, body }),
  );
  await Promise.all([refresh(`${ONE}${id}`), refresh(LISTS)]);
  return written;
}

export function readTopics(cursor: string | null = null): Promise<PageOf<Topic>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/topic-proposals', { params: { query } }));
}

export function useTopics(): Resource<PageOf<Topic>> {
  return useResource(TOPICS, () => readTopics());
}

/** The trainer's word; it needs the network, since the session may have been given away meanwhile. */
export async function decide(proposal_id: string, body: Decision): Promise<Topic> {
  const params = { path: { proposal_id } };
  const decided = await got(
    api.PUT('/api/v1/topic-proposals/{proposal_id}/decision', { params, body }),
  );
  await Promise.all([refresh(TOPICS), refresh(LISTS)]);
  return decided;
}

/** My visits and my rounds since a day, the latest first; `coached`: also what I held for others. */
export function triesRead(since: string, { coached = false } = {}): Resource<Try[]> {
  return remember(`tries:${since}:${coached}`, async () => {
    const own = [visitsSince(since), roundsSince(since)];
    const held = coached ? [ridesSince(since), reviewsSince(since)] : [];
    const tries = (await Promise.all([...own, ...held])).flat();
    return tries.sort((one, other) => other.day.localeCompare(one.day));
  });
}

/** On which I was the mentor, once they were talked through. */
async function ridesSince(since: string): Promise<Try[]> {
  const query = { from: since, person: mine(), limit: 50 };
  const { items } = await got(api.GET('/api/v1/ride-alongs', { params: { query } }));
  return items
    .filter(({ mentor, state }) => mentor.id === mine() && DEBRIEFED.has(state))
    .map(({ id, apprentice, day }) => ({
      ...{ kind: 'ride_along', id, day },
      whom: fullName(apprentice),
    }));
}

/** That I hosted and both agreed to. */
async function reviewsSince(since: string): Promise<Try[]> {
  const query = { from: since, state: 'closed' as const, limit: 50 };
  const { items } = await got(api.GET('/api/v1/reviews', { params: { query } }));
  return items
    .filter(({ host, state }) => host.id === mine() && HELD.has(state))
    .map(({ id, person, team, day }) => ({
      ...{ kind: 'review', id, day },
      whom: person ? fullName(person) : team ? inMyLanguage(team.name) : '',
    }));
}

async function visitsSince(since: string): Promise<Try[]> {
  const query = { from: since, rep: mine(), limit: 50 };
  const { items } = await got(api.GET('/api/v1/visits', { params: { query } }));
  return items
    .filter(({ check_in }) => check_in !== null)
    .map(({ id, client, day }) => ({ kind: 'visit', id, whom: client.name, day }));
}

/** In which I sat in the rep's seat. */
async function roundsSince(since: string): Promise<Try[]> {
  const query = { from: since, limit: MOST_DRILLS };
  const { items } = await got(api.GET('/api/v1/drills', { params: { query } }));
  const drills = await Promise.all(
    items.map(({ id }) =>
      got(api.GET('/api/v1/drills/{drill_id}', { params: { path: { drill_id: id } } })),
    ),
  );
  return drills.flatMap(({ day, rounds }) =>
    rounds
      .filter(({ rep }) => rep.id === mine())
      .map(({ id, client }): Try => ({ kind: 'round', id, whom: client.name, day })),
  );
}

function mine(): string {
  return me.peek()?.id ?? '';
}
