/** The only file of loops that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { LoopsRead } from './wire';

export function useLoops(person: string): Resource<LoopsRead> {
  return useResource(`loops:${person}`, () =>
    got(api.GET('/api/v1/people/{person_id}/loops', { params: { path: { person_id: person } } })),
  );
}
