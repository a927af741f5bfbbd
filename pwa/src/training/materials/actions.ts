/** What people do with the materials of a class. Each is kept on the device first and sent by the outbox. */
import { uuid7 } from '../../kit/api/uuid7';
import { refresh } from '../../kit/cache';
import { enqueue, onDelivered, type NewItem } from '../../kit/outbox';
import { ONE } from '../remote';
import type { MaterialNew, Session } from '../wire';
import { MATERIAL_KINDS, materialsLane, type AtHand } from './at-hand';
import { addresses } from './remote';

type Of = Pick<Session, 'id'>;

export function materialDraft(session: string): string {
  return `session-material:${session}`;
}

export async function add(session: Of, body: MaterialNew): Promise<void> {
  const path = addresses.one(session.id, uuid7());
  const draft = materialDraft(session.id);
  await put(session, MATERIAL_KINDS.added, path, { body, draft, label: { detail: body.title } });
}

/** The file waits on this phone until the network carries it. */
export async function addFile(session: Of, file: Blob, title: string): Promise<void> {
  const path = addresses.named(session.id, uuid7(), title);
  const media = { type: file.type || 'application/octet-stream', bytes: await file.arrayBuffer() };
  const draft = materialDraft(session.id);
  await put(session, MATERIAL_KINDS.file, path, { media, draft, label: { detail: title } });
}

export async function remove(session: Of, { id, title }: AtHand): Promise<void> {
  const label = { detail: title };
  await put(session, MATERIAL_KINDS.removal, addresses.removal(session.id, id), { label });
}

export async function takeBack(session: Of, { id, title }: AtHand): Promise<void> {
  const more = { method: 'DELETE' as const, label: { detail: title } };
  await put(session, MATERIAL_KINDS.removal, addresses.removal(session.id, id), more);
}

async function put(session: Of, kind: string, path: string, more: Partial<NewItem>): Promise<void> {
  await enqueue({ kind, lane: materialsLane(session.id), method: 'PUT', path, ...more });
}

for (const kind of Object.values(MATERIAL_KINDS)) {
  onDelivered(kind, ({ lane }) => refresh(`${ONE}${lane.slice(lane.indexOf(':') + 1)}`));
}
