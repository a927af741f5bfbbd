/** What somebody does with a share in parts, and with a case. Each is kept on the phone first. */
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { dayOf } from '../kit/i18n/format';
import { enqueue, onDelivered } from '../kit/outbox';
import { addresses, CASE_READS, SHARE_READS } from './remote';
import { partsOf } from './parts';
import { tipLane } from './tips';
import type { PartsForm, ShareKind, TapKind, UseResult } from './wire';
import { t as tk } from './words-of-kinds';

export const SHARE = 'share';
export const SOUND = 'share-sound';
export const TAP = 'share-tap';
export const OFFER = 'share-offer';
export const CASE_USE = 'case-use';

/** Where the writer keeps what is typed. */
export function shareDraft(id: string): string {
  return `${SHARE}:${tipLane(id)}`;
}

/** The week's figures are filled in where it arrives. */
export async function tellWeek(form: PartsForm, draft: string): Promise<void> {
  const id = uuid7();
  const body = { id, kind: 'kpi', week_of: dayOf(), parts: partsOf('kpi', form) };
  const item = { ...ofShare(id, 'kpi'), draft, body };
  await enqueue({ ...item, method: 'POST', path: addresses.shares });
}

export async function tap(id: string, kind: TapKind): Promise<void> {
  const lane = tipLane(id);
  await enqueue({ kind: TAP, lane, method: 'PUT', path: addresses.tap(id, kind), beside: true });
}

export async function offer(id: string, isOffered: boolean): Promise<void> {
  const method = isOffered ? 'PUT' : 'DELETE';
  const lane = tipLane(id);
  await enqueue({ kind: OFFER, lane, method, path: addresses.offer(id), beside: true });
}

/** Goes after the check-in of that visit, when it is still on this phone. */
export async function tellUse(id: string, visit: string, result: UseResult): Promise<void> {
  await enqueue({
    kind: CASE_USE,
    lane: `case:${id}:${visit}`,
    needs: [`visit:${visit}`],
    method: 'PUT',
    path: addresses.use(id, visit),
    body: { result },
  });
}

export function ofShare(id: string, kind: ShareKind) {
  return { kind: SHARE, lane: tipLane(id), label: { detail: tk(kind) } };
}

for (const kind of [SHARE, SOUND, TAP, OFFER]) onDelivered(kind, () => refresh(SHARE_READS));
onDelivered(CASE_USE, () => refresh(CASE_READS));
