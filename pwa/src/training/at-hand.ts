/** A session and the topics as they stand on this phone: what was read, with what lies unsent over it. Pure. */
import type { Item } from '../kit/outbox';
import type {
  Attendance,
  AttendanceNew,
  EvidenceNew,
  PersonRef,
  PracticeNew,
  Session,
  SkipNew,
  Topic,
  TopicNew,
} from './wire';

export const KINDS = {
  announcement: 'session-announcement',
  holding: 'session-holding',
  skip: 'session-skip',
  attendance: 'session-attendance',
  practice: 'session-practice',
  evidence: 'session-evidence',
  confirmation: 'session-confirmation',
  closing: 'session-closing',
} as const;
export const TOPIC = 'topic';
export const VOTE = 'topic-vote';

export function sessionLane(id: string): string {
  return `session:${id}`;
}

export function topicLane(id: string): string {
  return `topic:${id}`;
}

/** `unsent` are the outbox items of the lane, in order; one that came back is not laid over. */
export function sessionAtHand(read: Session, unsent: readonly Item[], me: PersonRef): Session {
  const waiting = unsent.filter(({ state }) => state === 'waiting');
  const now = waiting.reduce((soFar, item) => laidOver(soFar, item, me), read);
  if (read.missing === null) return now;
  return { ...now, missing: read.missing + toPractise(now) - toPractise(read) };
}

/** How many of those who were there have shown nothing that somebody has seen, as far as it stands here. */
function toPractise({ attendance, evidence }: Session): number {
  const seen = new Set(evidence.filter((one) => one.confirmed_at).map(({ person }) => person.id));
  const came = attendance.filter(({ mark }) => mark !== null && mark !== 'missed');
  return came.filter(({ person }) => !seen.has(person.id)).length;
}

function laidOver(session: Session, item: Item, me: PersonRef): Session {
  const at = new Date(item.savedAt).toISOString();
  switch (item.kind) {
    case KINDS.announcement:
      return { ...session, state: 'announced', announced_at: at };
    case KINDS.holding:
      return { ...session, state: session.practice ? 'practising' : 'held', held_at: at };
    case KINDS.skip:
      return { ...session, state: 'skipped', skip_reason: (item.body as SkipNew).reason };
    case KINDS.attendance:
      return marked(session, item);
    case KINDS.practice:
      return assigned(session, item.body as PracticeNew);
    case KINDS.evidence:
      return shown(session, item.body as EvidenceNew, me);
    case KINDS.confirmation:
      return confirmed(session, item.path.split('/').at(-2) ?? '', me, at);
    default:
      return { ...session, state: 'closed', closed_at: at };
  }
}

function marked(session: Session, { path, body }: Item): Session {
  const person = path.slice(path.lastIndexOf('/') + 1);
  const given = body as AttendanceNew;
  const attendance = session.attendance.map((one): Attendance => {
    if (one.person.id !== person) return one;
    const { mark, reason = null, make_up_day = null } = given;
    return mark === 'caught_up' ? { ...one, mark } : { ...one, mark, reason, make_up_day };
  });
  return { ...session, attendance };
}

function assigned(session: Session, given: PracticeNew): Session {
  const { kind, due, type_key = null, skill_key = null, words = null } = given;
  const state = session.state === 'held' ? 'practising' : session.state;
  return { ...session, state, practice: { kind, due, type_key, skill_key, words } };
}

function shown(session: Session, given: EvidenceNew, me: PersonRef): Session {
  if (session.evidence.some(({ id }) => id === given.id)) return session;
  const { id, origin, words } = given;
  const mine = { id, origin, words, person: me, confirmed_at: null, confirmed_by: null };
  return {
    ...session,
    my_practice: session.my_practice === 'confirmed' ? 'confirmed' : 'shown',
    evidence: [...session.evidence, { ...mine, may_confirm: false }],
  };
}

function confirmed(session: Session, id: string, me: PersonRef, at: string): Session {
  const evidence = session.evidence.map((one) =>
    one.id === id && one.confirmed_at === null
      ? { ...one, confirmed_at: at, confirmed_by: me }
      : one,
  );
  return { ...session, evidence };
}

/** Topics that wait stand first, and a vote counts as soon as it is given. */
export function topicsAtHand(
  read: readonly Topic[],
  unsent: readonly Item[],
  mine: { team: Topic['team'] | null; by: PersonRef },
): Topic[] {
  const known = new Set(read.map(({ id }) => id));
  const born = unsent
    .filter(({ kind, body }) => kind === TOPIC && !known.has((body as TopicNew).id))
    .flatMap((item) => (mine.team ? [bornTopic(item, mine.team, mine.by)] : []))
    .reverse();
  return [...born, ...read].map((topic) => withVote(topic, unsent));
}

function bornTopic(item: Item, team: Topic['team'], by: PersonRef): Topic {
  const { id, topic, topic_class, type_key = null, words = null } = item.body as TopicNew;
  return {
    ...{ id, team, by, topic, topic_class, type_key, words, skill_key: null, version: 0 },
    ...{ proposed_by: 'person', heard: null, heard_until: null, sentences: [] },
    ...{ stalled_before: null, stalled_now: null, votes: 1, my_vote: true, session: null },
    ...{ decision: null, decided_at: null, later_words: null },
    proposed_at: new Date(item.savedAt).toISOString(),
  };
}

function withVote(topic: Topic, unsent: readonly Item[]): Topic {
  const given = unsent.findLast(
    ({ kind, lane, state }) => kind === VOTE && lane === topicLane(topic.id) && state === 'waiting',
  );
  if (!given) return topic;
  const my_vote = given.method === 'PUT';
  return { ...topic, my_vote, votes: topic.votes + Number(my_vote) - Number(topic.my_vote) };
}
