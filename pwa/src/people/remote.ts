/** The only file of people that knows addresses. */
import { api, got, openApi } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import type {
  Access,
  Invitation,
  InvitationLook,
  PageOf,
  PersonCard,
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

/** Who works here; or who left and may be let in again. Without a team, everybody. */
export function usePeopleOf(
  team: string | null,
  state: 'active' | 'disabled',
): Resource<PageOf<PersonCard>> {
  return useResource(`${PEOPLE}${team ?? ''}:${state}`, () => {
    const query = { limit: TEAM_PAGE, state, ...(team !== null && { team }) };
    return got(api.GET('/api/v1/people', { params: { query } }));
  });
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

export function enablePerson(person_id: string): Promise<PersonRead> {
  const params = { path: { person_id } };
  return got(api.DELETE('/api/v1/people/{person_id}/disabled', { params }));
}
