/** What the glance reads, and where. */
import { api, got, heard } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type TeamToday = Shapes['TeamTodayRead'];
export type HelpWanted = Shapes['HelpWanted'];
export type VisitTomorrow = Shapes['VisitTomorrow'];
export type HitRate = Shapes['HitRateRead'];
export type VisitRead = Shapes['VisitRead'];

/** Named by the day, so that yesterday's team is not shown as today's. */
export function useTeamToday(): Resource<TeamToday> {
  return useResource(`team-today:${dayOf()}`, () => got(api.GET('/api/v1/today/team')));
}

/** The sound of a voice note; its rep reads in the log that the visit was opened. */
export function soundOf(visit: string, note: string): Promise<Blob> {
  return heard(`/api/v1/visits/${visit}/voice-notes/${note}`);
}

/** What was said at the visit somebody wants help with. */
export function useVisitBehind(id: string): Resource<VisitRead> {
  return useResource(`visit-behind:${id}`, () =>
    got(api.GET('/api/v1/visits/{visit_id}', { params: { path: { visit_id: id } } })),
  );
}

/** How well a team's sheets know its clients; without a team, the own one. */
export function useHitRate(team: string | null): Resource<HitRate> {
  return useResource(`hit-rate:${team ?? ''}`, () =>
    got(api.GET('/api/v1/drills/hit-rate', { params: { query: { ...(team && { team }) } } })),
  );
}
