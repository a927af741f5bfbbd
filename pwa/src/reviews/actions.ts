/** What people do with a review. Each is kept on the device first and sent by the outbox. */
import { refresh } from '../kit/cache';
import { fullName } from '../kit/i18n/names';
import { enqueue, onDelivered, type NewItem } from '../kit/outbox';
import { KINDS, reviewLane } from './at-hand';
import { addresses, LISTS, ONE } from './remote';
import type { HostsPart, PersonsPart, PromiseNew, PromiseRead, Question, Review } from './wire';

type Of = Pick<Review, 'id' | 'host' | 'person'>;

export async function writePersonsPart(review: Of, person: PersonsPart): Promise<void> {
  const draft = partDraft(review.id);
  await put(review, KINDS.part, addresses.part(review.id), { person }, person.wants, { draft });
}

export async function writeHostsPart(review: Of, host: HostsPart): Promise<void> {
  const draft = partDraft(review.id);
  await put(review, KINDS.part, addresses.part(review.id), { host }, host.praise, { draft });
}

export function partDraft(id: string): string {
  return `review-part:${id}`;
}

/** The host's own; they go at the close. */
export async function writeNotes(review: Of, words: string): Promise<void> {
  const draft = notesDraft(review.id);
  await put(review, KINDS.notes, addresses.notes(review.id), { words }, '', { draft });
}

export function notesDraft(id: string): string {
  return `review-notes:${id}`;
}

export async function begin(review: Of): Promise<void> {
  const body = { started_at: new Date().toISOString() };
  await put(review, KINDS.session, addresses.session(review.id), body, '');
}

export async function answer(review: Of, key: Question['key'], words: string): Promise<void> {
  const path = addresses.answer(review.id, key);
  await put(review, KINDS.answer, path, { words }, words, { draft: answerDraft(review.id, key) });
}

export function answerDraft(id: string, key: string): string {
  return `review-answer:${id}:${key}`;
}

export async function putPromises(review: Of, given: readonly PromiseNew[]): Promise<void> {
  const detail = given.at(-1)?.words ?? '';
  const path = addresses.promises(review.id);
  await put(review, KINDS.promises, path, { promises: given }, detail);
}

/** As the server wants it back: what it added is left out. */
export function asSent(one: PromiseRead): PromiseNew {
  const { id, words, how_seen, due, correction, skill_key, client_id, owner } = one;
  return { id, owner_id: owner.id, words, how_seen, due, correction, skill_key, client_id };
}

/** For nobody but whoever is signed in here. */
export async function agree(review: Review): Promise<void> {
  const body = {
    promises_version: review.promises_version,
    agreed_at: new Date().toISOString(),
  };
  await put(review, KINDS.agreement, addresses.agreement(review.id), body, '');
}

export interface Time {
  day: string;
  starts: string;
}

export async function move(review: Of, time: Time, reason: string): Promise<void> {
  const path = addresses.day(review.id);
  await put(review, KINDS.day, path, { ...time, reason }, reason);
}

export async function skip(review: Of, reason: string): Promise<void> {
  await put(review, KINDS.skip, addresses.skip(review.id), { reason }, reason);
}

export async function take(review: Of, time: Time): Promise<void> {
  await put(review, KINDS.proposal, addresses.proposal(review.id), { taken: true, ...time }, '');
}

export async function leave(review: Of, reason: string): Promise<void> {
  const path = addresses.proposal(review.id);
  await put(review, KINDS.proposal, path, { taken: false, reason }, reason);
}

/** How a promise of the last time went; a review shows it, the promise keeps it. */
export async function settle(
  promise: PromiseRead,
  outcome: NonNullable<PromiseRead['outcome']>,
  reason: string | null,
): Promise<void> {
  await enqueue({
    kind: OUTCOME,
    lane: `commitment:${promise.id}`,
    method: 'PUT',
    path: addresses.outcome(promise.id),
    body: { outcome, reason },
    label: { client: fullName(promise.owner), detail: promise.words },
  });
}

export const OUTCOME = 'commitment-outcome';

async function put(
  review: Of,
  kind: string,
  path: string,
  body: object,
  detail: string,
  more: Pick<NewItem, 'draft'> = {},
): Promise<void> {
  const client = fullName(review.person ?? review.host);
  const label = detail ? { client, detail } : { client };
  await enqueue({ kind, lane: reviewLane(review.id), method: 'PUT', path, body, label, ...more });
}

for (const kind of Object.values(KINDS)) {
  onDelivered(kind, ({ lane }) => Promise.all([refresh(`${ONE}${idIn(lane)}`), refresh(LISTS)]));
}
onDelivered(OUTCOME, () => Promise.all([refresh(ONE), refresh(LISTS)]));

function idIn(lane: string): string {
  return lane.slice(lane.indexOf(':') + 1);
}
