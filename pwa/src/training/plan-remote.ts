/** The only file of series and plans that knows addresses; both are written over the network. */
import { api, got } from '../kit/api/client';
import { refresh, useResource, type Resource } from '../kit/cache';
import { LISTS } from './remote';
import type {
  PageOf,
  Plan,
  PlanCard,
  PlanNew,
  Series,
  SeriesChange,
  SeriesNew,
  TopicGiven,
} from './wire';

const SERIES = 'training-series';
const PLANS = 'training-plans:';

export function readSeries(cursor: string | null = null): Promise<PageOf<Series>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/training-series', { params: { query } }));
}

export function useSeries(): Resource<PageOf<Series>> {
  return useResource(SERIES, () => readSeries());
}

export async function beginSeries(body: SeriesNew): Promise<void> {
  await got(api.POST('/api/v1/training-series', { body }));
  await readAgain();
}

export async function changeSeries(
  { id: series_id, version }: Pick<Series, 'id' | 'version'>,
  body: SeriesChange,
): Promise<void> {
  const params = { path: { series_id }, header: { 'if-match': `"${version}"` } };
  await got(api.PATCH('/api/v1/training-series/{series_id}', { params, body }));
  await readAgain();
}

export function readPlans(cursor: string | null = null): Promise<PageOf<PlanCard>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/training-plans', { params: { query } }));
}

export function usePlans(): Resource<PageOf<PlanCard>> {
  return useResource(`${PLANS}all`, () => readPlans());
}

export function usePlan(id: string): Resource<Plan> {
  return useResource(`${PLANS}${id}`, () => readPlan(id));
}

/** The plan of a team's own, professional, that runs on a day; null when none was written. */
export function useRunningPlan(team: string, day: string): Resource<{ plan: Plan | null }> {
  return useResource(`${PLANS}of:${team}`, async () => {
    const { items } = await readPlans();
    const runs = items.find(
      (one) => one.team?.id === team && one.track === 'professional' && one.starts_on <= day,
    );
    return { plan: runs && endOf(runs) > day ? await readPlan(runs.id) : null };
  });
}

export async function writePlan(body: PlanNew): Promise<Plan> {
  const written = await got(api.POST('/api/v1/training-plans', { body }));
  await readAgain();
  return written;
}

/** All topics in their order; classes that have a topic keep it. */
export async function changePlan(
  { id: plan_id, version }: Pick<Plan, 'id' | 'version'>,
  topics: TopicGiven[],
): Promise<Plan> {
  const params = { path: { plan_id }, header: { 'if-match': `"${version}"` } };
  try {
    return await got(api.PATCH('/api/v1/training-plans/{plan_id}', { params, body: { topics } }));
  } finally {
    // Also after a refusal: somebody else may have changed it meanwhile.
    await readAgain();
  }
}

/** The first day after a plan's month or quarter. */
export function endOf({ period, starts_on }: Pick<Plan, 'period' | 'starts_on'>): string {
  const [year = 0, month = 1] = starts_on.split('-').map(Number);
  const ends = new Date(Date.UTC(year, month - 1 + (period === 'quarter' ? 3 : 1), 1));
  return ends.toISOString().slice(0, 10);
}

function readPlan(plan_id: string): Promise<Plan> {
  const params = { path: { plan_id } };
  return got(api.GET('/api/v1/training-plans/{plan_id}', { params }));
}

/** Dates, topics and classes hang together: a plan gives the classes of a series their topics. */
async function readAgain(): Promise<void> {
  await Promise.all([refresh(SERIES), refresh(PLANS), refresh(LISTS)]);
}
