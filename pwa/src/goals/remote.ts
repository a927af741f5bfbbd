/** The only file of goals that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import { meRead } from '../people/me-remote';
import type { PersonCard } from '../people/wire';
import type { Awaiting, FigureRow, Forecast, Goal, GoalDetail, PageOf, Reward } from './wire';

const GOALS = '/api/v1/goals';
const TEAM = 100;

export const addresses = {
  goals: GOALS,
  versions: (id: string) => `${GOALS}/${id}/versions`,
  agreement: (id: string) => `${GOALS}/${id}/agreement`,
  advice: (id: string) => `${GOALS}/${id}/advice`,
  answer: (id: string) => `${GOALS}/${id}/advice/answer`,
  reward: (id: string) => `${GOALS}/${id}/reward`,
};

/** They begin alike, so that one word reads all of them again. */
export const GOAL_READS = 'goals:';
const keys = {
  mine: `${GOAL_READS}mine`,
  awaiting: `${GOAL_READS}awaiting`,
  one: (id: string) => `${GOAL_READS}one:${id}`,
  rows: (id: string) => `${GOAL_READS}rows:${id}`,
  forecast: (id: string) => `${GOAL_READS}forecast:${id}`,
  rewards: `${GOAL_READS}rewards`,
};

/** Somebody's goals, the period that ends last first. */
export function readGoals(owner: string, cursor: string | null = null): Promise<PageOf<Goal>> {
  const query = { owner, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/goals', { params: { query } }));
}

export function useGoals(owner: string): Resource<PageOf<Goal>> {
  return useResource(keys.mine + owner, () => readGoals(owner));
}

export function useAwaiting(): Resource<Awaiting> {
  return useResource(keys.awaiting, () => got(api.GET('/api/v1/goals/awaiting')));
}

export function useGoal(id: string): Resource<GoalDetail> {
  const path = { goal_id: id };
  return useResource(keys.one(id), () =>
    got(api.GET('/api/v1/goals/{goal_id}', { params: { path } })),
  );
}

export function readRows(id: string, cursor: string | null = null): Promise<PageOf<FigureRow>> {
  const query = cursor === null ? {} : { cursor };
  const params = { path: { goal_id: id }, query };
  return got(api.GET('/api/v1/goals/{goal_id}/rows', { params }));
}

export function useRows(id: string): Resource<PageOf<FigureRow>> {
  return useResource(keys.rows(id), () => readRows(id));
}

export function useForecast(personId: string): Resource<Forecast> {
  const path = { person_id: personId };
  return useResource(keys.forecast(personId), () =>
    got(api.GET('/api/v1/people/{person_id}/forecast', { params: { path } })),
  );
}

export function readRewards(cursor: string | null = null): Promise<PageOf<Reward>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/rewards', { params: { query } }));
}

export function useRewards(): Resource<PageOf<Reward>> {
  return useResource(keys.rewards, () => readRewards());
}

/** The own team, as everybody who walks beside it reads it. */
export function useTeam(): Resource<{ items: PersonCard[] }> {
  return useResource('people:mine', () =>
    got(api.GET('/api/v1/people', { params: { query: { team: 'mine', limit: TEAM } } })),
  );
}

/** What results are counted in. */
export function ourCurrency(): string {
  return meRead().value?.organisation.big_order.currency ?? 'CNY';
}
