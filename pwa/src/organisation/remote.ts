/** The only file of the organisation that knows addresses. */
import { api, got } from '../kit/api/client';
import { refresh, useResource, type Resource } from '../kit/cache';
import type {
  CalendarDay,
  Organisation,
  OrganisationChange,
  OrganisationToday,
  Team,
  TeamChange,
  TeamNew,
} from './wire';

const ORGANISATION = 'organisation';
/** Also the days that a plan offers are remembered under it. */
const CALENDAR = 'calendar:';

/** What needs a look, and how much of everything there is. */
export function useOrganisationToday(): Resource<OrganisationToday> {
  return useResource('organisation-today', () => got(api.GET('/api/v1/today/organisation')));
}

export function useOrganisation(): Resource<Organisation> {
  return useResource(ORGANISATION, () => got(api.GET('/api/v1/organisation')));
}

export async function changeOrganisation(
  body: OrganisationChange,
  version: number,
): Promise<Organisation> {
  const params = { header: { 'if-match': `"${version}"` } };
  const changed = await got(api.PATCH('/api/v1/organisation', { params, body }));
  // Everybody's hours and zone come with who they are.
  void refresh('me');
  return changed;
}

export function useCalendar(from: string, to: string): Resource<{ items: CalendarDay[] }> {
  const query = { from, to };
  return useResource(`${CALENDAR}${from}:${to}`, () =>
    got(api.GET('/api/v1/organisation/calendar', { params: { query } })),
  );
}

export async function setDay(day: string, working: boolean, name: string): Promise<void> {
  const params = { path: { day } };
  const body = { working, name };
  await got(api.PUT('/api/v1/organisation/calendar/{day}', { params, body }));
  await refresh(CALENDAR);
}

/** The week and the public holidays decide again. */
export async function clearDay(day: string): Promise<void> {
  await got(api.DELETE('/api/v1/organisation/calendar/{day}', { params: { path: { day } } }));
  await refresh(CALENDAR);
}

export function addTeam(body: TeamNew): Promise<Team> {
  return got(api.POST('/api/v1/teams', { body }));
}

export function changeTeam(team_id: string, body: TeamChange, version: number): Promise<Team> {
  const params = { path: { team_id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/teams/{team_id}', { params, body }));
}
