/** What people do with a session or a topic. Each is kept on the device first and sent by the outbox. */
import { refresh } from '../kit/cache';
import { fullName } from '../kit/i18n/names';
import { enqueue, onDelivered, type NewItem } from '../kit/outbox';
import { KINDS, sessionLane, TOPIC, topicLane, VOTE } from './at-hand';
import { addresses, LISTS, ONE, TOPICS } from './remote';
import type {
  AttendanceNew,
  Evidence,
  EvidenceNew,
  PersonRef,
  PracticeNew,
  Session,
  SkipNew,
  Topic,
  TopicNew,
} from './wire';

type Of = Pick<Session, 'id' | 'topic'>;

export async function announce(session: Of): Promise<void> {
  await put(session, KINDS.announcement, addresses.announcement(session.id));
}

export async function hold(session: Of): Promise<void> {
  const body = { held_at: new Date().toISOString() };
  await put(session, KINDS.holding, addresses.holding(session.id), { body });
}

export async function skip(session: Of, body: SkipNew): Promise<void> {
  await put(session, KINDS.skip, addresses.skip(session.id), { body });
}

export async function mark(session: Of, person: PersonRef, body: AttendanceNew): Promise<void> {
  const path = addresses.attendance(session.id, person.id);
  const label = { client: fullName(person), detail: session.topic ?? '' };
  await put(session, KINDS.attendance, path, { body, label });
}

export async function assign(session: Of, body: PracticeNew): Promise<void> {
  await put(session, KINDS.practice, addresses.practice(session.id), { body });
}

export async function show(session: Of, body: EvidenceNew): Promise<void> {
  const more = { body, method: 'POST' as const, draft: evidenceDraft(session.id) };
  await put(session, KINDS.evidence, addresses.evidence(session.id), more);
}

export function evidenceDraft(id: string): string {
  return `session-evidence:${id}`;
}

export async function confirm(session: Of, evidence: Evidence): Promise<void> {
  const path = addresses.confirmation(session.id, evidence.id);
  const label = { client: fullName(evidence.person), detail: evidence.words };
  await put(session, KINDS.confirmation, path, { label });
}

export async function close(session: Of): Promise<void> {
  await put(session, KINDS.closing, addresses.closing(session.id));
}

export async function propose(body: TopicNew): Promise<void> {
  await enqueue({
    ...{ kind: TOPIC, lane: topicLane(body.id), method: 'POST', path: addresses.topics, body },
    ...{ label: { detail: body.topic }, draft: TOPIC_DRAFT },
  });
}

export const TOPIC_DRAFT = 'topic:new';

/** Given or withdrawn: the last wish holds. */
export async function vote({ id, topic, my_vote }: Topic): Promise<void> {
  const method = my_vote ? 'DELETE' : 'PUT';
  const path = addresses.vote(id);
  await enqueue({ kind: VOTE, lane: topicLane(id), method, path, label: { detail: topic } });
}

async function put(
  session: Of,
  kind: string,
  path: string,
  more: Partial<NewItem> = {},
): Promise<void> {
  const label = { detail: session.topic ?? '' };
  await enqueue({ kind, lane: sessionLane(session.id), method: 'PUT', path, label, ...more });
}

for (const kind of Object.values(KINDS)) {
  onDelivered(kind, ({ lane }) =>
    Promise.all([refresh(`${ONE}${lane.slice(lane.indexOf(':') + 1)}`), refresh(LISTS)]),
  );
}
for (const kind of [TOPIC, VOTE]) onDelivered(kind, () => refresh(TOPICS));
