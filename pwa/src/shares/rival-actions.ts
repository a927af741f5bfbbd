/** What two reps do with a PK. Each is kept on the phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { enqueue, onDelivered } from '../kit/outbox';
import {
  acceptDraft,
  NEW_PK_DRAFT,
  PK,
  PK_ACCEPTED,
  PK_ANNOUNCED,
  rivalLane,
  sent,
} from './rivals';
import { addresses, RIVAL_READS } from './rivals-remote';
import type { RivalForm } from './rivals-wire';

export async function propose(form: RivalForm, me: string, handicap: number | null) {
  const id = uuid7();
  await enqueue({
    ...about(PK, id, form.learn.trim()),
    method: 'POST',
    path: addresses.rivalries,
    body: sent(form, id, me, handicap),
    draft: NEW_PK_DRAFT,
  });
}

export async function accept(id: string, learn: string): Promise<void> {
  await enqueue({
    ...about(PK_ACCEPTED, id, learn),
    method: 'PUT',
    path: addresses.acceptance(id),
    body: { learn: learn.trim() },
    draft: acceptDraft(id),
  });
}

export async function announce(id: string, told: boolean): Promise<void> {
  await enqueue({
    ...about(PK_ANNOUNCED, id, ''),
    method: 'PUT',
    path: addresses.announcement(id),
    body: { told },
  });
}

/** Also the way to say no; nothing of it is kept anywhere. */
export async function withdraw(id: string): Promise<void> {
  await enqueue({ ...about(PK, id, ''), method: 'DELETE', path: addresses.rivalry(id) });
}

function about(kind: string, id: string, detail: string) {
  return { kind, lane: rivalLane(id), label: detail ? { detail } : {} };
}

for (const kind of [PK, PK_ACCEPTED, PK_ANNOUNCED]) {
  onDelivered(kind, () => refresh(RIVAL_READS));
}
