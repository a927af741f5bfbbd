/** The only file of promises that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { Commitment, Evidence, Ledger, Owed, PageOf } from './wire';

const COMMITMENTS = '/api/v1/commitments';
const MOST = 100;

export const addresses = {
  outcome: (id: string) => `${COMMITMENTS}/${id}/outcome`,
  due: (id: string) => `${COMMITMENTS}/${id}/due`,
  replies: (id: string) => `${COMMITMENTS}/${id}/replies`,
};

export const keys = { open: 'promises-open', ledger: 'ledger:', one: 'promise:' };

/** Everything open that I read: mine, and what was promised to me; the earliest due first. */
export function useOpenPromises(): Resource<PageOf<Commitment>> {
  return useResource(keys.open, () => {
    const query = { open: true, limit: MOST };
    return got(api.GET('/api/v1/commitments', { params: { query } }));
  });
}

export function useLedger(personId: string): Resource<Ledger> {
  return useResource(keys.ledger + personId, () => readLedger(personId));
}

function readLedger(personId: string, cursor?: string): Promise<Ledger> {
  const params = { path: { person_id: personId }, query: cursor ? { cursor } : {} };
  return got(api.GET('/api/v1/people/{person_id}/promises', { params }));
}

/** The lines of a ledger as any other list is read on: its counts are of the whole in every page. */
export function linesOf(ledger: Resource<Ledger>, personId: string) {
  const { value } = ledger;
  return {
    list: {
      value: value && asPage(value),
      change: (how: (known: PageOf<Owed>) => PageOf<Owed>) =>
        ledger.change((known) => {
          const { items, next_cursor } = how(asPage(known));
          return { ...known, owed: items, next_cursor };
        }),
    },
    read: async (cursor: string) => asPage(await readLedger(personId, cursor)),
  };
}

function asPage({ owed, next_cursor }: Ledger): PageOf<Owed> {
  return { items: owed, next_cursor };
}

export function usePromise(id: string): Resource<Commitment> {
  return useResource(keys.one + id, () => {
    const path = { commitment_id: id };
    return got(api.GET('/api/v1/commitments/{commitment_id}', { params: { path } }));
  });
}

/** Records that may show how it went; without a network there is nothing to choose from. */
export function useEvidence(id: string): Resource<Evidence> {
  return useResource(`promise-evidence:${id}`, () => {
    const path = { commitment_id: id };
    return got(api.GET('/api/v1/commitments/{commitment_id}/evidence', { params: { path } }));
  });
}
