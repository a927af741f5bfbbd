/** What the two of a week do. Each is kept on the phone first and sent by the outbox. */
import { refresh } from '../kit/cache';
import { enqueue, onDelivered } from '../kit/outbox';
import { draftOf, INTERVIEW_DAY, interviewLane, TAKEAWAY, WORKSHEET } from './interviews';
import { addresses, INTERVIEW_READS } from './interviews-remote';
import type { Worksheet } from './interviews-wire';

export async function fill(id: string, sheet: Worksheet): Promise<void> {
  const draft = draftOf(WORKSHEET, id);
  await put(WORKSHEET, id, addresses.worksheet(id), { ...sheet }, sheet.went_well, draft);
}

export async function take(id: string, words: string): Promise<void> {
  const line = words.trim();
  const draft = draftOf(TAKEAWAY, id);
  await put(TAKEAWAY, id, addresses.takeaway(id), { words: line }, line, draft);
}

export async function move(id: string, day: string, reason: string): Promise<void> {
  await put(INTERVIEW_DAY, id, addresses.day(id), { day, reason: reason.trim() }, reason);
}

async function put(
  kind: string,
  id: string,
  path: string,
  body: object,
  detail: string,
  draft?: string,
): Promise<void> {
  const shared = { kind, lane: interviewLane(id), label: { detail } };
  await enqueue({ ...shared, method: 'PUT', path, body, ...(draft && { draft }) });
}

for (const kind of [WORKSHEET, TAKEAWAY, INTERVIEW_DAY]) {
  onDelivered(kind, () => refresh(INTERVIEW_READS));
}
