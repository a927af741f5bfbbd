/** The only file of rivals that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { OnTheWall, PageOf, Rivalry, RivalryDetail } from './rivals-wire';

const RIVALRIES = '/api/v1/rivalries';

export const addresses = {
  rivalries: RIVALRIES,
  rivalry: (id: string) => `${RIVALRIES}/${id}`,
  acceptance: (id: string) => `${RIVALRIES}/${id}/acceptance`,
  announcement: (id: string) => `${RIVALRIES}/${id}/announcement`,
};

/** They begin alike, so that one word reads all of them again. */
export const RIVAL_READS = 'rivals:';

export function readRivalries(cursor: string | null = null): Promise<PageOf<Rivalry>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/rivalries', { params: { query } }));
}

export function useRivalries(): Resource<PageOf<Rivalry>> {
  return useResource(`${RIVAL_READS}mine`, () => readRivalries());
}

export function useWall(): Resource<PageOf<OnTheWall>> {
  return useResource(`${RIVAL_READS}wall`, () => got(api.GET('/api/v1/rivalries/on-the-wall')));
}

export function useRivalry(id: string): Resource<RivalryDetail> {
  const path = { rivalry_id: id };
  return useResource(`${RIVAL_READS}one:${id}`, () =>
    got(api.GET('/api/v1/rivalries/{rivalry_id}', { params: { path } })),
  );
}
