/** A review as it stands on this phone: what was read, with what lies unsent laid over it. Pure. */
import type { Item } from '../kit/outbox';
import { awaitedOf } from './promising';
import type { Agreement, PersonRef, PromiseNew, PromiseRead, Review } from './wire';

export const KINDS = {
  part: 'review-part',
  notes: 'review-notes',
  session: 'review-session',
  answer: 'review-answer',
  promises: 'review-promises',
  agreement: 'review-agreement',
  day: 'review-day',
  skip: 'review-skip',
  proposal: 'review-proposal',
} as const;

export function reviewLane(id: string): string {
  return `review:${id}`;
}

/** Everybody who may be named by what this phone writes. */
export function peopleOf(review: Review, me: PersonRef): PersonRef[] {
  const named = review.promises.map(({ owner }) => owner);
  const seats = [me, review.host, review.person, review.mentor, ...named];
  const known = new Map<string, PersonRef>();
  for (const one of seats) if (one && !known.has(one.id)) known.set(one.id, one);
  return [...known.values()];
}

/** `unsent` are the outbox items of the lane, in order; one that came back is not laid over. */
export function reviewAtHand(review: Review, unsent: readonly Item[], me: PersonRef): Review {
  const waiting = unsent.filter(({ state }) => state === 'waiting');
  return waiting.reduce((now, item) => laidOver(now, item, me), review);
}

/** What any of the items may carry. */
interface Sent extends Scheduling {
  words?: string;
  person?: object;
  host?: object;
  promises?: PromiseNew[];
}

function laidOver(review: Review, item: Item, me: PersonRef): Review {
  const at = new Date(item.savedAt).toISOString();
  const body = item.body as Sent;
  switch (item.kind) {
    case KINDS.part:
      return withPart(review, body, { by: me, written_at: at });
    case KINDS.notes:
      return { ...review, preparation: body.words ?? null };
    case KINDS.session:
      return begun(review, at);
    case KINDS.answer:
      return answered(begun(review, at), item, me);
    case KINDS.promises:
      return promised(review, body.promises ?? [], me);
    case KINDS.agreement:
      return agreed(review, me, at);
    default:
      return scheduled(review, item.kind, body, me, at);
  }
}

function withPart(
  review: Review,
  body: { person?: object; host?: object },
  written: { by: PersonRef; written_at: string },
): Review {
  const blank = { stuck: null, tried: null, evidence: null };
  const prepared = { ...review, prepared: true };
  if (body.person) {
    return { ...prepared, persons_part: { ...blank, ...body.person, ...written } as never };
  }
  return { ...prepared, hosts_part: { ...blank, ...body.host, ...written } as never };
}

function begun(review: Review, at: string): Review {
  if (review.started_at !== null) return review;
  return { ...review, started_at: at, state: 'in_session' };
}

function answered(review: Review, { path, body }: Item, me: PersonRef): Review {
  const key = path.slice(path.lastIndexOf('/') + 1);
  const answer = (body as { words: string }).words || null;
  const questions = review.questions.map((one) =>
    one.key === key ? { ...one, answer, by: answer === null ? null : me } : one,
  );
  return { ...review, questions };
}

function promised(review: Review, given: readonly PromiseNew[], me: PersonRef): Review {
  const known = new Map(peopleOf(review, me).map((one) => [one.id, one]));
  const promises = given.map((one): PromiseRead => ({
    ...{ correction: null, skill_key: null, client_id: null, outcome: null, outcome_reason: null },
    ...one,
    owner: known.get(one.owner_id) ?? me,
  }));
  return { ...review, promises, promises_version: review.promises_version + 1, agreements: [] };
}

function agreed(review: Review, me: PersonRef, at: string): Review {
  const others = review.agreements.filter((one) => one.person.id !== me.id);
  const agreements: Agreement[] = [...others, { person: me, recorded_by: me, at }];
  const tapped = { ...review, agreements };
  if (awaitedOf(tapped).length > 0) return tapped;
  return { ...tapped, agreed_at: at, state: 'agreed', preparation: null };
}

interface Scheduling {
  day?: string;
  starts?: string;
  reason?: string;
  taken?: boolean;
}

function scheduled(
  review: Review,
  kind: string,
  { day, starts, reason, taken }: Scheduling,
  me: PersonRef,
  at: string,
): Review {
  const calledOff = { by: me, reason: reason ?? '', at };
  if (kind === KINDS.skip) return { ...review, state: 'skipped', called_off: calledOff };
  if (kind === KINDS.proposal && !taken) {
    return { ...review, state: 'left', called_off: calledOff };
  }
  const moved = { ...review, day: day ?? review.day, starts: starts ?? review.starts, late: false };
  if (kind === KINDS.proposal) return { ...moved, state: 'scheduled' };
  return { ...moved, moved: { from_day: review.day, reason: reason ?? '' } };
}
