/** What stands in the form of a PK, and what is sent of it. Pure. */
import { dayOf, daysAfter, shortDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import type { Item } from '../kit/outbox';
import type { Metric, PersonRef, RivalForm, Rivalry, Stake } from './rivals-wire';

/** Kinds of outbox items. */
export const PK = 'pk';
export const PK_ACCEPTED = 'pk-accepted';
export const PK_ANNOUNCED = 'pk-announced';
export const NEW_PK_DRAFT = 'pk:new';

/** What is in one's own hands comes first. */
export const OWN_HANDS: readonly Metric[] = [
  'effective_visits',
  'visits',
  'new_kps',
  'rounds_fired',
];
export const RESULTS: readonly Metric[] = ['signed', 'collected', 'average_order'];
export const STAKES: readonly Stake[] = ['tea', 'hosts_share', 'swaps_ride', 'book'];
export const MOST_METRICS = 3;
const LONGEST = 30;

export function rivalLane(id: string): string {
  return `pk:${id}`;
}

export function acceptDraft(id: string): string {
  return `${PK_ACCEPTED}:${rivalLane(id)}`;
}

/** Two weeks from today on, or from Monday; the server alone knows every working day. */
export function blank(): RivalForm {
  const first = [0, 1, 2].map((ahead) => daysAfter(dayOf(), ahead)).find(isWeekday) ?? dayOf();
  return {
    ...{ rival: '', metrics: ['effective_visits'], first, last: daysAfter(first, 13) },
    ...{ stake: 'tea', learn: '', handicap: '', handicapOf: '', handicapFor: 'me' },
  };
}

function isWeekday(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

export type Lack = 'lackMetric' | 'lackOwnHands' | 'lackDays' | 'lackHandicap' | 'lackLearn';

/** What is still missing, by the word of its sentence. */
export function lacksOf(form: RivalForm, handicap: number | null): Lack | null {
  const { metrics, first, last } = form;
  if (metrics.length === 0) return 'lackMetric';
  if (!metrics.some((metric) => OWN_HANDS.includes(metric))) return 'lackOwnHands';
  if (!first || first < dayOf() || last < first || last > daysAfter(first, LONGEST)) {
    return 'lackDays';
  }
  const helps = form.rival && (form.handicapOf || form.handicap.trim());
  if (helps && (handicap === null || !form.handicapOf)) return 'lackHandicap';
  return form.learn.trim() ? null : 'lackLearn';
}

/** As the server wants it. Against oneself there is neither stake nor handicap. */
export function sent(form: RivalForm, id: string, me: string, handicap: number | null) {
  const helped = form.handicapFor === 'me' ? me : form.rival;
  const terms = form.metrics.map((metric) =>
    form.rival && handicap !== null && metric === form.handicapOf
      ? { metric, handicap, handicap_for_id: helped }
      : { metric },
  );
  return {
    id,
    rival_id: form.rival || null,
    first_day: form.first,
    last_day: form.last,
    terms,
    stake: form.rival ? form.stake : null,
    learn: form.learn.trim(),
  };
}

/** The other one of the two; null is the own last month. */
export function otherOf({ proposed_by, rival }: Rivalry, me: string): PersonRef | null {
  if (!rival) return null;
  return proposed_by.id === me ? rival : proposed_by;
}

export function daysOf({ first_day, last_day }: Rivalry): string {
  return `${shortDay(first_day)} – ${shortDay(last_day)}`;
}

export function namesOf(people: readonly PersonRef[], joined: string): string {
  return people.map(fullName).join(joined);
}

/** What was withdrawn on this phone is gone from its screens at once, sent or not. */
export function stillThere(found: readonly Rivalry[], unsent: readonly Item[]): Rivalry[] {
  const gone = unsent.filter(({ method }) => method === 'DELETE').map(({ lane }) => lane);
  return found.filter(({ id }) => !gone.includes(rivalLane(id)));
}

/** What is still open stands first. */
export function inParts(found: readonly Rivalry[]) {
  return {
    open: found.filter(({ state }) => state !== 'settled'),
    over: found.filter(({ state }) => state === 'settled'),
  };
}
