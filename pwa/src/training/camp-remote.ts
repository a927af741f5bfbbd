/** The only file of the camp and of coverage that knows addresses. */
import { api, got } from '../kit/api/client';
import { me } from '../kit/api/session';
import { refresh, remember, useResource, type Resource } from '../kit/cache';
import { dayInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import type {
  Camp,
  CampCard,
  CampLink,
  Coverage,
  PageOf,
  TeamCoverage,
  TemplateDay,
  TemplateDayChange,
} from './wire';

const CAMPS = '/api/v1/camps';
const MOST = 10;

export const addresses = {
  day: (id: string, dimension: string) => `${CAMPS}/${id}/days/${dimension}`,
  show: (id: string) => `${CAMPS}/${id}/show`,
  holding: (id: string) => `${CAMPS}/${id}/show/holding`,
  handshake: (id: string) => `${CAMPS}/${id}/handshake`,
};

/** Where one's own camp, one camp, and the lists are remembered. */
export const MINE = 'my-camp';
export const ONE_CAMP = 'camp:';
export const CAMP_LISTS = 'camps:';
const TEMPLATE = 'camp-template';

export type CampState = 'open' | 'finished';

export function useMyCamp(): Resource<{ camp: Camp | null }> {
  return useResource(MINE, () => got(api.GET('/api/v1/me/camp')));
}

export function useCamp(id: string): Resource<Camp> {
  const params = { path: { camp_id: id } };
  return useResource(`${ONE_CAMP}${id}`, () => got(api.GET('/api/v1/camps/{camp_id}', { params })));
}

export function readCamps(
  state: CampState,
  cursor: string | null = null,
): Promise<PageOf<CampCard>> {
  const query = { state, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/camps', { params: { query } }));
}

export function useCamps(state: CampState): Resource<PageOf<CampCard>> {
  return useResource(`${CAMP_LISTS}${state}`, () => readCamps(state));
}

/** For somebody who joined before there were camps; it begins with this working day. */
export async function beginCamp(id: string, person_id: string): Promise<Camp> {
  const begun = await got(api.POST('/api/v1/camps', { body: { id, person_id } }));
  await refresh(CAMP_LISTS);
  return begun;
}

export function useTemplate(): Resource<{ days: TemplateDay[] }> {
  return useResource(TEMPLATE, () => got(api.GET('/api/v1/camp-template')));
}

export async function changeTemplate(
  dimension: TemplateDay['dimension'],
  body: TemplateDayChange,
  version: number,
): Promise<TemplateDay> {
  const params = { path: { dimension }, header: { 'if-match': `"${version}"` } };
  const changed = await got(api.PATCH('/api/v1/camp-template/{dimension}', { params, body }));
  await refresh(TEMPLATE);
  return changed;
}

export function useCoverage(person_id: string): Resource<Coverage> {
  const params = { path: { person_id } };
  return useResource(`coverage:${person_id}`, () =>
    got(api.GET('/api/v1/people/{person_id}/coverage', { params })),
  );
}

export function useTeamCoverage(team_id: string): Resource<TeamCoverage> {
  const params = { path: { team_id } };
  return useResource(`coverage-of:${team_id}`, () =>
    got(api.GET('/api/v1/teams/{team_id}/coverage', { params })),
  );
}

/** Something one did or read that can be attached to a day. */
export interface Linkable extends CampLink {
  about: string;
}

/** Ride-alongs, drills and visits of these days, and what the team tells; the latest first of each. */
export function linkablesRead(since: string): Resource<Linkable[]> {
  return remember(`linkables:${since}`, async () => {
    const found = await Promise.all([rides(since), drills(since), visits(since), told(), cases()]);
    return found.flat();
  });
}

async function rides(since: string): Promise<Linkable[]> {
  const query = { from: since, limit: MOST };
  const { items } = await got(api.GET('/api/v1/ride-alongs', { params: { query } }));
  return items.map(({ id, day, mentor }) => ({
    ...{ kind: 'ride_along' as const, id },
    about: `${dayInSentence(day)} · ${fullName(mentor)}`,
  }));
}

async function drills(since: string): Promise<Linkable[]> {
  const query = { from: since, limit: MOST };
  const { items } = await got(api.GET('/api/v1/drills', { params: { query } }));
  return items.map(({ id, day }) => ({ kind: 'drill', id, about: dayInSentence(day) }));
}

async function visits(since: string): Promise<Linkable[]> {
  const query = { from: since, rep: me.peek()?.id ?? '', limit: MOST };
  const { items } = await got(api.GET('/api/v1/visits', { params: { query } }));
  return items.map(({ id, client, day }) => ({
    ...{ kind: 'visit' as const, id },
    about: `${client.name} · ${dayInSentence(day)}`,
  }));
}

async function told(): Promise<Linkable[]> {
  const query = { limit: MOST };
  const { items } = await got(api.GET('/api/v1/shares', { params: { query } }));
  return items.map(({ id, author, words }) => ({
    ...{ kind: 'share' as const, id },
    about: [fullName(author), words].filter(Boolean).join(' · '),
  }));
}

async function cases(): Promise<Linkable[]> {
  const query = { limit: MOST };
  const { items } = await got(api.GET('/api/v1/cases', { params: { query } }));
  return items.map(({ id, title }) => ({ kind: 'case', id, about: title }));
}
