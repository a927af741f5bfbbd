/** The only file of people that knows addresses. */
import { api, got, openApi } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import type {
  Access,
  Calibration,
  HandedOver,
  HandOverNew,
  Invitation,
  InvitationLook,
  MentorPair,
  MentorPairNew,
  PageOf,
  PersonCard,
  PersonChange,
  PersonNew,
  PersonRead,
  SignedIn,
  Team,
} from './wire';

const TEAM_PAGE = 100;

export const addresses = { me: '/api/v1/me' };

/** Working days since somebody joined, both ends included: a newcomer's "day 19". */
export function useDaySince(joined: string | null): Resource<number | null> {
  return useResource(`day-since:${joined ?? ''}`, async () => {
    if (joined === null) return null;
    const query = { from: joined, to: dayOf() };
    const { items } = await got(api.GET('/api/v1/organisation/calendar', { params: { query } }));
    return items.filter((day) => day.working).length;
  });
}

export function readAccess(cursor: string | null = null): Promise<PageOf<Access>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/me/access-log', { params: { query } }));
}

export function useAccess(): Resource<PageOf<Access>> {
  return useResource('access', () => readAccess());
}

/** Mine alone; kept on this phone like everything that was read. */
export function useCalibration(): Resource<Calibration> {
  return useResource('calibration', () => got(api.GET('/api/v1/drills/calibration')));
}

export async function changePassword(current: string, next: string): Promise<void> {
  await got(api.PUT('/api/v1/me/password', { body: { current, new: next } }));
}

export function lookAtInvitation(token: string): Promise<InvitationLook> {
  return got(openApi.POST('/api/v1/invitations/look', { body: { token } }));
}

export function acceptInvitation(token: string, password: string): Promise<SignedIn> {
  const body = { token, password };
  return got(openApi.POST('/api/v1/invitations/accept', { body }));
}

/** Where the directory is remembered, whichever team and state was asked for. */
export const PEOPLE = 'people-of:';

/** Who works here, has not joined yet, or left and may be let in again; without a team, everybody. */
export interface Wanted {
  team: string | null;
  state: 'active' | 'invited' | 'disabled';
}

export function usePeopleOf({ team, state }: Wanted): Resource<PageOf<PersonCard>> {
  return useResource(`${PEOPLE}${team ?? ''}:${state}`, () => readPeople({ team, state }));
}

export function readPeople(
  { team, state }: Wanted,
  more: { cursor?: string; q?: string } = {},
): Promise<PageOf<PersonCard>> {
  const query = { limit: TEAM_PAGE, state, ...(team !== null && { team }), ...more };
  return got(api.GET('/api/v1/people', { params: { query } }));
}

/** All of them, page after page, for a choice that must not miss anybody. */
export function useEverybody(): Resource<PersonCard[]> {
  return useResource('everybody', async () => {
    const everybody: PersonCard[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more = cursor ? { cursor } : {};
      const page: PageOf<PersonCard> = await readPeople({ team: null, state: 'active' }, more);
      everybody.push(...page.items);
      cursor = page.next_cursor;
    }
    return everybody;
  });
}

export function usePerson(id: string): Resource<PersonRead> {
  return useResource(`person-of:${id}`, () => {
    const params = { path: { person_id: id } };
    return got(api.GET('/api/v1/people/{person_id}', { params }));
  });
}

export function changePerson(
  person_id: string,
  body: PersonChange,
  version: number,
): Promise<PersonRead> {
  const params = { path: { person_id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/people/{person_id}', { params, body }));
}

/** Where pairs are remembered, those that are over and those that are not. */
export const PAIRS = 'mentor-pairs:';

/** Mentors and apprentices: those who walk together, or those whose time is over; the latest first. */
export function usePairs(ended: boolean): Resource<PageOf<MentorPair>> {
  return useResource(`${PAIRS}${ended}`, () => readPairs(ended));
}

export function readPairs(
  ended: boolean,
  cursor: string | null = null,
): Promise<PageOf<MentorPair>> {
  const query = { limit: TEAM_PAGE, ended, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/mentor-pairs', { params: { query } }));
}

export function startPair(body: MentorPairNew): Promise<MentorPair> {
  return got(api.POST('/api/v1/mentor-pairs', { body }));
}

export function endPair(pair_id: string, ends_on: string): Promise<MentorPair> {
  const params = { path: { pair_id } };
  return got(api.PUT('/api/v1/mentor-pairs/{pair_id}/end', { params, body: { ends_on } }));
}

export function useTeams(): Resource<{ items: Team[] }> {
  return useResource('teams', () => got(api.GET('/api/v1/teams')));
}

export function addPerson(body: PersonNew): Promise<PersonRead> {
  return got(api.POST('/api/v1/people', { body }));
}

export function inviteAgain(person_id: string): Promise<Invitation> {
  const params = { path: { person_id } };
  return got(api.POST('/api/v1/people/{person_id}/invitation', { params }));
}

export function disablePerson(person_id: string, reason: string): Promise<PersonRead> {
  const params = { path: { person_id } };
  return got(api.PUT('/api/v1/people/{person_id}/disabled', { params, body: { reason } }));
}

/** Without `client_ids` all of them; deals and visits that are open go with them. */
export function handOver(body: HandOverNew): Promise<HandedOver> {
  return got(api.POST('/api/v1/clients/hand-over', { body }));
}

export function enablePerson(person_id: string): Promise<PersonRead> {
  const params = { path: { person_id } };
  return got(api.DELETE('/api/v1/people/{person_id}/disabled', { params }));
}
