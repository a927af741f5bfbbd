/** What waits for me, and where it is read. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { components } from '../kit/api/schema';
import { GOAL_READS } from '../goals/remote';

type Shapes = components['schemas'];

export type WaitingForMeRead = Shapes['WaitingForMeRead'];
export type GoalWaiting = Shapes['GoalWaitingRead'];

/** Named like the goals, so that it is read again with them. */
export function useWaiting(): Resource<WaitingForMeRead> {
  return useResource(`${GOAL_READS}waiting`, () => got(api.GET('/api/v1/today/waiting')));
}
