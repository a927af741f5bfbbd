/** A visit and its check-in, as the server would tell them. */
import { dayOf } from '../../kit/i18n/format';
import { xiaoman } from '../../people/testing/backend';
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
    objections: [{ id: 'o1', type_key: 'noresult', words: '做过一年，一个单都没有。' }],
    effective: false,
    late: false,
    amendments: [],
    ...part,
  };
}

export function formWith(part: Partial<CheckInForm>): CheckInForm {
  return { ...blankForm, ...part };
}
