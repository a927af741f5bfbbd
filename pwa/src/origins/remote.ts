/** The only file of origins that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { Origin, WhereFrom } from './wire';

export function useOrigin({ kind, id }: Origin): Resource<WhereFrom> {
  return useResource(`origin:${kind}:${id}`, () =>
    got(api.GET('/api/v1/today/origin', { params: { query: { kind, id } } })),
  );
}
