/** The only file of drills that knows addresses. */
import { playbookRead, sheetRead } from '../clients/remote';
import { api, got } from '../kit/api/client';
import { NoAnswer } from '../kit/api/problem';
import { remember, useResource, type Resource } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import { meRead } from '../people/me-remote';
import { isOnlyHere } from '../kit/outbox';
import type { DeckRead, DrillCard, DrillRead, PersonCard } from './wire';

const API = '/api/v1';
const TEAM_PAGE = 100;

export const addresses = {
  drills: `${API}/drills`,
  rounds: (drill: string) => `${API}/drills/${drill}/rounds`,
  round: (drill: string, round: string) => `${API}/drills/${drill}/rounds/${round}`,
  wrap: (drill: string) => `${API}/drills/${drill}/wrap`,
  acknowledgement: (drill: string) => `${API}/drills/${drill}/acknowledgement`,
};

/** Where reads are remembered; what an arrival touches is named by these. */
export const keys = {
  deck: 'deck',
  mine: 'drills',
  drill: (id: string) => `drill:${id}`,
};

/** The visits to play tonight. Named by the day, so that yesterday's deck is not shown as today's. */
export function deck(): Resource<DeckRead> {
  return remember(`${keys.deck}:${dayOf()}`, () =>
    got(api.GET('/api/v1/drills/deck', { params: { query: { for: 'tomorrow' } } })),
  );
}

/** My evenings, the newest first. */
export function myDrills(): Resource<{ items: DrillCard[] }> {
  return remember(keys.mine, () => got(api.GET('/api/v1/drills')));
}

export function useDrill(id: string): Resource<DrillRead> {
  return useResource(keys.drill(id), async () => {
    if (isOnlyHere(drillLane(id), 'drill')) throw new NoAnswer();
    return got(api.GET('/api/v1/drills/{drill_id}', { params: { path: { drill_id: id } } }));
  });
}

export function teamMates(): Resource<{ items: PersonCard[] }> {
  return remember('people:mine', () =>
    got(api.GET('/api/v1/people', { params: { query: { team: 'mine', limit: TEAM_PAGE } } })),
  );
}

/** Everything an evening needs, so that it runs without a network afterwards. */
export async function readEveningAhead(): Promise<void> {
  const tonight = deck();
  const all = [tonight, myDrills(), playbookRead(), meRead(), teamMates()];
  await Promise.all(all.map((resource) => resource.reload()));
  const clients = new Set(tonight.value?.items.map(({ client }) => client.id));
  await Promise.all([...clients].map((client) => sheetRead(client).reload()));
}

export function drillLane(id: string): string {
  return `drill:${id}`;
}
