/** What the glance reads, and where. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type TeamToday = Shapes['TeamTodayRead'];
export type VisitTomorrow = Shapes['VisitTomorrow'];
export type HitRate = Shapes['HitRateRead'];

/** Named by the day, so that yesterday's team is not shown as today's. */
export function useTeamToday(): Resource<TeamToday> {
  return useResource(`team-today:${dayOf()}`, () => got(api.GET('/api/v1/today/team')));
}

/** How well a team's sheets know its clients; without a team, the own one. */
export function useHitRate(team: string | null): Resource<HitRate> {
  return useResource(`hit-rate:${team ?? ''}`, () =>
    got(api.GET('/api/v1/drills/hit-rate', { params: { query: { ...(team && { team }) } } })),
  );
}
