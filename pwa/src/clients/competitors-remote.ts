/** Where the notes about competitors are read. */
import { api, got } from '../kit/api/client';
import { NoAnswer } from '../kit/api/problem';
import { useResource, type Resource } from '../kit/cache';
import { isOnlyHere } from '../kit/outbox';
import { clientLane } from './lanes';
import type { CompetitorNote, PageOf } from './wire';

/** What colleagues learned about those whom this client's sheet names. */
export function useCompetitorNotes(id: string): Resource<PageOf<CompetitorNote>> {
  return useResource(`competitor-notes:${id}`, async () => {
    if (isOnlyHere(clientLane(id), 'client')) throw new NoAnswer();
    const params = { path: { client_id: id } };
    return got(api.GET('/api/v1/clients/{client_id}/competitor-notes', { params }));
  });
}
