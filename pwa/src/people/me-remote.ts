/** What I am and where: read once for every screen, in the one place that knows its address. */
import { api, got } from '../kit/api/client';
import { remember, useResource, type Resource } from '../kit/cache';
import { noteVersion } from '../kit/outbox';
import type { Me } from './wire';

const KEY = 'me';

/** What I write about myself arrives in the order in which I wrote it. */
export function myLane(id: string): string {
  return `person:${id}`;
}

export function meRead(): Resource<Me> {
  return remember(KEY, load);
}

export function useMe(): Resource<Me> {
  return useResource(KEY, load);
}

async function load(): Promise<Me> {
  const mine = await got(api.GET('/api/v1/me'));
  await noteVersion(myLane(mine.id), `"${mine.version}"`);
  return mine;
}
