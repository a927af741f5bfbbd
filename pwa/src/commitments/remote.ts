/** The only file of promises that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { Commitment, Ledger, PageOf } from './wire';

const COMMITMENTS = '/api/v1/commitments';
const MOST = 100;

export const addresses = {
  outcome: (id: string) => `${COMMITMENTS}/${id}/outcome`,
  due: (id: string) => `${COMMITMENTS}/${id}/due`,
};

export const keys = { open: 'promises-open', ledger: 'ledger:' };

/** Everything open that I read: mine, and what was promised to me; the earliest due first. */
export function useOpenPromises(): Resource<PageOf<Commitment>> {
  return useResource(keys.open, () => {
    const query = { open: true, limit: MOST };
    return got(api.GET('/api/v1/commitments', { params: { query } }));
  });
}

export function useLedger(personId: string): Resource<Ledger> {
  return useResource(keys.ledger + personId, () => {
    const path = { person_id: personId };
    return got(api.GET('/api/v1/people/{person_id}/promises', { params: { path } }));
  });
}
