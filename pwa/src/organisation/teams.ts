/** Regions with the teams in them. Pure. */
import type { Team } from './wire';

export interface Region {
  /** Null for the teams that stand in no region. */
  region: Team | null;
  teams: Team[];
}

/** Every region, also an empty one; teams without a region come last. */
export function byRegion(all: readonly Team[]): Region[] {
  const regions = all.filter(({ kind }) => kind === 'region');
  const teams = all.filter(({ kind }) => kind === 'team');
  const ids = new Set(regions.map(({ id }) => id));
  const alone = teams.filter(({ parent_id }) => !parent_id || !ids.has(parent_id));
  return [
    ...regions.map((region) => ({
      region,
      teams: teams.filter(({ parent_id }) => parent_id === region.id),
    })),
    ...(alone.length > 0 ? [{ region: null, teams: alone }] : []),
  ];
}
