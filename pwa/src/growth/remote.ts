/** The only file of growth files that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { Growth } from './wire';

/** Of somebody, or my own without an id; twelve weeks up to a day, or up to today. */
export function useGrowth(id: string | null, to: string | null): Resource<Growth> {
  const query = to === null ? {} : { to };
  return useResource(`growth:${id ?? ''}:${to ?? ''}`, () =>
    id === null
      ? got(api.GET('/api/v1/me/growth', { params: { query } }))
      : got(
          api.GET('/api/v1/people/{person_id}/growth', {
            params: { path: { person_id: id }, query },
          }),
        ),
  );
}
