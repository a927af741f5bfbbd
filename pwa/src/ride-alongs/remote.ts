/** The only file of ride-alongs that knows addresses. */
import { api, got } from '../kit/api/client';
import { refresh, remember, useResource, type Resource } from '../kit/cache';
import type { Ladder, PageOf, Practised, RideAlong, RideCard } from './wire';

const RIDES = '/api/v1/ride-alongs';

export const addresses = {
  rides: RIDES,
  acceptance: (id: string) => `${RIDES}/${id}/acceptance`,
  preparation: (id: string) => `${RIDES}/${id}/preparation`,
  withdrawal: (id: string) => `${RIDES}/${id}/withdrawal`,
  day: (id: string) => `${RIDES}/${id}/day`,
  sharing: (id: string) => `${RIDES}/${id}/sharing`,
  visit: (id: string, visit: string) => `${RIDES}/${id}/visits/${visit}`,
  watched: (id: string, visit: string, behaviour: string) =>
    `${RIDES}/${id}/visits/${visit}/watched/${behaviour}`,
  moments: (id: string) => `${RIDES}/${id}/moments`,
  momentWords: (id: string, moment: string) => `${RIDES}/${id}/moments/${moment}/words`,
  rescues: (id: string) => `${RIDES}/${id}/rescues`,
  curbside: (id: string) => `${RIDES}/${id}/curbside`,
  voice: (id: string, line: string, sound: string) =>
    `${RIDES}/${id}/curbside/${line}/voice-notes/${sound}`,
  replay: (id: string, noted: string) => `${RIDES}/${id}/replays/${noted}`,
  debrief: (id: string) => `${RIDES}/${id}/debrief`,
  answer: (id: string) => `${RIDES}/${id}/debrief/acknowledgement`,
  rungMoves: (person: string) => `/api/v1/people/${person}/ladder/moves`,
  rungAnswer: (person: string, move: string) =>
    `/api/v1/people/${person}/ladder/moves/${move}/answer`,
};

export const keys = {
  rides: 'ride-alongs',
  ride: (id: string) => `ride-along:${id}`,
  ladder: (person: string) => `ladder:${person}`,
};

/** What was practised for the visits of the day; it lies on the device like the day itself. */
export function practisedRead(id: string): Resource<Practised> {
  const path = { ride_along_id: id };
  return remember(`ride-practised:${id}`, () =>
    got(api.GET('/api/v1/today/ride-alongs/{ride_along_id}', { params: { path } })),
  );
}

export function readRides(cursor: string | null = null): Promise<PageOf<RideCard>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/ride-alongs', { params: { query } }));
}

/** The latest day first. */
export function useRides(): Resource<PageOf<RideCard>> {
  return useResource(keys.rides, () => readRides());
}

export function rideRead(id: string): Resource<RideAlong> {
  const path = { ride_along_id: id };
  return remember(keys.ride(id), () =>
    got(api.GET('/api/v1/ride-alongs/{ride_along_id}', { params: { path } })),
  );
}

export function useRide(id: string): Resource<RideAlong> {
  const path = { ride_along_id: id };
  return useResource(keys.ride(id), () =>
    got(api.GET('/api/v1/ride-alongs/{ride_along_id}', { params: { path } })),
  );
}

export function useLadder(person: string): Resource<Ladder> {
  const path = { person_id: person };
  return useResource(keys.ladder(person), () =>
    got(api.GET('/api/v1/people/{person_id}/ladder', { params: { path } })),
  );
}

/** After something of a day has arrived: the day itself, the list, and what else shows it. */
export async function refreshRides(): Promise<void> {
  await Promise.all(['ride-along', 'today:', 'ladder:', 'deck'].map(refresh));
}
