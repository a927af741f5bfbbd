/** Visits that so far exist on this phone only, as cards of their day. Pure. */
import { dayOf } from '../kit/i18n/format';
import type { Item } from '../kit/outbox';
import { KINDS } from '../visits/kinds';
import type { VisitKnown } from '../visits/known';
import type { CheckInNew, Move, VisitNew } from '../visits/wire';
import type { PersonRef, Prep, TodayCard } from './wire';

export interface Birth {
  rep: PersonRef;
  /** The visit as it was read; a moved one begins as its copy. */
  known: (id: string) => VisitKnown | undefined;
}

type Plan = Pick<TodayCard, 'id' | 'client' | 'day' | 'purpose'> & Partial<TodayCard>;

/** A visit planned and checked in with no network has two items; its plan comes first. */
export function cardsBornHere(unsent: readonly Item[], birth: Birth): TodayCard[] {
  const cards = new Map<string, TodayCard>();
  for (const item of unsent) {
    const plan = planIn(item, birth.known);
    if (plan && !cards.has(plan.id)) cards.set(plan.id, cardOf(plan, birth.rep));
  }
  return [...cards.values()];
}

function planIn({ kind, method, body, lane, label }: Item, known: Birth['known']): Plan | null {
  const id = lane.slice('visit:'.length);
  const name = label.client ?? '';
  if (kind === KINDS.visit && method === 'POST') {
    const { client_id, ...plan } = body as VisitNew;
    return { ...plan, client: { id: client_id, name } };
  }
  if (kind === KINDS.checkIn && method === 'PUT') {
    const { client_id, purpose, happened_at } = body as CheckInNew;
    const client = { id: client_id, name };
    return { id, client, purpose, day: dayOf(happened_at), planned: false };
  }
  const from = kind === KINDS.move ? known(id) : undefined;
  return from ? movedOf(from, body as Move) : null;
}

function movedOf(from: VisitKnown, { id, to_day: day, planned_time }: Move): Plan {
  const { client, purpose, aim, amount, contact = null } = from;
  return { id, client, purpose, aim, amount, contact, day, planned_time };
}

/** Version 0: the server has not seen it. */
function cardOf(plan: Plan, rep: Birth['rep']): TodayCard {
  return {
    planned_time: null,
    aim: null,
    amount: null,
    state: 'planned',
    planned: true,
    check_in: null,
    moved_to: null,
    reason: null,
    version: 0,
    contact: null,
    prep: NOTHING_PREPARED,
    reality: [],
    promise: null,
    also_promised: null,
    company: null,
    tries: [],
    ...plan,
    rep,
  };
}

const NOTHING_PREPARED: Prep = {
  goal: null,
  objections: [],
  agreed: [],
  questions: [],
  rounds: 0,
  sheet_version: 0,
  answers_ready: 0,
};
