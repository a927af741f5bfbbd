/** What people do on a drill evening. Each is kept on the phone first and sent by the outbox. */
import { enqueue, type NewItem } from '../kit/outbox';
import { drillLane } from './keys';
import { addresses } from './remote';
import type { ClientRef, RoundChange } from './wire';
import { t } from './words-of-played';

export async function wrapUp(drillId: string): Promise<void> {
  await enqueue({
    ...ofDrill(drillId),
    method: 'PUT',
    path: addresses.wrap(drillId),
    body: { wrapped_at: new Date().toISOString() },
  });
}

/** The partner has seen what another phone recorded. */
export async function acknowledge(drillId: string): Promise<void> {
  await enqueue({
    kind: 'acknowledgement',
    lane: drillLane(drillId),
    method: 'PUT',
    path: addresses.acknowledgement(drillId),
  });
}

export interface RoundKnown {
  id: string;
  drillId: string;
  client: ClientRef;
  version: number;
}

/** The rep's own words put right; the server keeps both versions. */
export async function putRight(round: RoundKnown, change: RoundChange): Promise<void> {
  await enqueue({
    kind: 'round',
    lane: roundLane(round.id),
    needs: [drillLane(round.drillId)],
    method: 'PATCH',
    path: addresses.round(round.drillId, round.id),
    body: change,
    ifMatch: `"${round.version}"`,
    label: { client: round.client.name, fields: fieldsInWords() },
  });
}

/** A round has versions of its own, so it has a lane of its own for what is changed later. */
export function roundLane(id: string): string {
  return `round:${id}`;
}

/** What is said of a drill as a whole. */
export function ofDrill(id: string): Pick<NewItem, 'kind' | 'lane'> {
  return { kind: 'drill', lane: drillLane(id) };
}

function fieldsInWords() {
  return {
    rep_words: { name: t('rep_words') },
    keep: { name: t('keep') },
    change: { name: t('change') },
  };
}
