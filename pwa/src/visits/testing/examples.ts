/** A visit and its check-in, as the server would tell them. */
import { dayOf, daysAfter } from '../../kit/i18n/format';
import { xiaoman } from '../../people/testing/backend';
import type { TodayCard } from '../../today/wire';
import type { CheckInForm } from '../check-in';
import { blankForm } from '../check-in';
import type { CheckInRead, Contact, VisitRead } from '../wire';

export const wu: Contact = { id: 'k1', name: '吴建平', title: '总经理', role: 'boss' };

export function visitOf(part: Partial<VisitRead> = {}): VisitRead {
  return {
    id: 'v1',
    client: { id: 'c1', name: '暖屿灯饰' },
    rep: xiaoman,
    day: dayOf(),
    planned_time: '09:30',
    purpose: 'follow_up',
    aim: null,
    amount: null,
    state: 'planned',
    planned: true,
    check_in: null,
    moved_to: null,
    reason: null,
    version: 1,
    ...part,
  };
}

export function toldOf(part: Partial<CheckInRead> = {}): CheckInRead {
  return {
    happened_at: '2026-03-26T02:05:00Z',
    received_at: '2026-03-26T02:05:01Z',
    purpose: 'follow_up',
    outcome: 'continued',
    met_contact_id: 'k1',
    met_name: '吴建平',
    met_role: 'boss',
    next_step: null,
    next_step_text: null,
    next_on: null,
    amount: null,
    competitor: null,
    confidence_before: null,
    note: null,
    wants_help: false,
    help_words: null,
    voice_note: null,
    objections: [{ id: 'o1', type_key: 'noresult', words: '做过一年，一个单都没有。' }],
    effective: false,
    late: false,
    ride_id: null,
    amendments: [],
    ...part,
  };
}

const nothingPrepared = {
  ...{ goal: null, objections: [], agreed: [], questions: [] },
  ...{ rounds: 0, sheet_version: 0, answers_ready: 0 },
};

export function cardOf(part: Partial<TodayCard> = {}): TodayCard {
  return {
    ...visitOf(),
    contact: wu,
    prep: nothingPrepared,
    reality: [],
    promise: null,
    also_promised: null,
    company: null,
    tries: [],
    ...part,
  };
}

/** A day with one visit, and one sentence that was prepared for it. */
export function planWithRehearsal(id: string, words: string, { practised = true } = {}) {
  const line = { words, answer: '谁回的询盘？', type_key: 'noresult', answer_id: null };
  const drilled = { ...line, id: 'l1', drill_id: 'd1', agreed_on: daysAfter(dayOf(), -1) };
  const agreed = practised ? [drilled] : [];
  const prep = { ...nothingPrepared, agreed, objections: [{ ...line, id: 's1' }] };
  return { day: dayOf(), visits: [cardOf({ id, prep })] };
}

export function formWith(part: Partial<CheckInForm>): CheckInForm {
  return { ...blankForm, ...part };
}

/** An objection type as the playbook has it; the one called `old` is retired. */
export const typeOf = (key: string, en: string) => ({
  key,
  name: { zh: en, en },
  short: { zh: en, en },
  words: { zh: en, en },
  best: [{ id: key, text: { zh: en, en } }],
  retired: key === 'old',
});
