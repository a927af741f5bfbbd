/** What the evening list reads, and where. */
import { api, got } from '../kit/api/client';
import type { components } from '../kit/api/schema';
import { useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';

type Shapes = components['schemas'];

export type TeamEvening = Shapes['TeamEveningRead'];
export type BigOrder = Shapes['BigOrderTonight'];
export type Newcomer = Shapes['NewcomerTonight'];
export type Missed = Shapes['MissedEvening'];
export type Waiting = Shapes['WaitingRead'];
export type Helped = Shapes['HelpedRead'];

/** Named by the day, so that yesterday's evening is not shown as today's. */
export function useTeamEvening(): Resource<TeamEvening> {
  return useResource(`team-evening:${dayOf()}`, () => got(api.GET('/api/v1/today/team/evening')));
}
