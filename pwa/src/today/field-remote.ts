/** What those who see no single record read: their teams and the field in counts. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type RegionToday = Shapes['RegionTodayRead'];
export type TeamOfRegion = Shapes['TeamOfRegion'];
export type FieldToday = Shapes['FieldTodayRead'];
export type Newcomer = Shapes['NewcomerRead'];
export type HeardCounts = Shapes['HeardCounts'];
export type HeardOfType = Shapes['HeardOfType'];
export type HeardDays = Shapes['HeardDays'];

/** Named by the day, so that yesterday's counts are not shown as today's. */
export function useRegionToday(): Resource<RegionToday> {
  return useResource(`region-today:${dayOf()}`, () => got(api.GET('/api/v1/today/region')));
}

export function useFieldToday(): Resource<FieldToday> {
  return useResource(`field-today:${dayOf()}`, () => got(api.GET('/api/v1/today/field')));
}
