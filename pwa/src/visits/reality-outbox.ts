/** What of the rehearsed came goes its own way to the server, behind the check-in. */
import { refresh } from '../kit/cache';
import { items, onDelivered, openForEdit, type Item, type NewItem } from '../kit/outbox';
import { draftOf, KINDS, visitLane } from './kinds';
import { saysTheSame } from './reality';
import { addresses } from './remote';
import type { ClientRef, RealityItem, RealityItemNew } from './wire';
import { t } from './words-of-reality';

interface ToTell {
  id: string;
  client: ClientRef;
}

/** Null when there is nothing new to tell. */
export function realityWish(
  { id, client }: ToTell,
  told: readonly RealityItemNew[],
  stored: readonly RealityItem[],
): NewItem | null {
  if (!unsentReality(id) && saysTheSame(told, stored)) return null;
  const came = told.filter(({ result }) => result !== 'not_raised').length;
  return {
    kind: KINDS.realityCheck,
    lane: visitLane(id),
    method: 'PUT',
    path: addresses.realityCheck(id),
    body: { told_at: new Date().toISOString(), items: told },
    beside: true,
    label: { client: client.name, detail: t('cameOf', { came, n: told.length }) },
    draft: draftOf(KINDS.realityCheck, id),
  };
}

export function unsentReality(visitId: string): Item | undefined {
  const lane = visitLane(visitId);
  return items.value.findLast((item) => item.kind === KINDS.realityCheck && item.lane === lane);
}

/** Together with the check-in, so that saving again corrects both. */
export async function openUnsentReality(visitId: string): Promise<void> {
  const item = unsentReality(visitId);
  if (item) await openForEdit(item);
}

// What it changes elsewhere: the card of the day, the cards to come, how often an answer worked.
onDelivered(KINDS.realityCheck, () =>
  Promise.all(['today:', 'deck:', 'playbook', 'answers:', 'hit-rate:', 'calibration'].map(refresh)),
);
