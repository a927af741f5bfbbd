/** 小满's goal of this week, and what both sides read of it. */
import { dayOf, daysAfter } from '../../kit/i18n/format';
import { xiaoman } from '../../people/testing/backend';
import type { Goal, GoalDetail } from '../wire';

export const hejing = { id: 'p9', family_name: '何', given_name: '静', latin_name: 'He Jing' };
export const qihang = {
  id: 'p2',
  family_name: '周',
  given_name: '启航',
  latin_name: 'Zhou Qihang',
};
export const me = {
  id: xiaoman.id,
  family_name: '林',
  given_name: '小满',
  latin_name: 'Lin Xiaoman',
};
export const today = dayOf();
export const brief = {
  id: 'v1',
  target: 10,
  stretch: 12,
  quality: '每家都约好下一步',
  proposed_by_id: me.id,
};

export function goal(part: Partial<Goal> = {}): Goal {
  return {
    ...{ id: 'g1', owner: me, period: 'week', first: today, last: daysAfter(today, 4) },
    ...{ kind: 'process', metric: 'effective_visits', currency: null, within_id: null },
    ...{ state: 'drifting', agreed: brief, proposed: null, reached: { value: 3, n: 3 } },
    ...{ elapsed: { worked: 2, of: 5 }, advice_due: null, version: 1 },
    what_helps: { factor: 'effective_rate', correction: 'method', n: 22, n_before: 30 },
    ...part,
  };
}

export function detail(part: Partial<GoalDetail> = {}): GoalDetail {
  const version = { ...brief, number: 1, why: null, proposed_by: me };
  const agreed = { proposed_at: new Date().toISOString(), agreed_by: hejing, agreed_at: null };
  return {
    ...goal(),
    factors: [{ factor: 'effective_rate', now: 0.34, n: 9, before: 0.45, n_before: 20 }],
    history: [{ ...version, ...agreed }],
    ...{ advice: null, reward: null, within: null, steps: [] },
    ...part,
  };
}

export const advice: NonNullable<GoalDetail['advice']> = {
  ...{ id: 'a1', kind: 'method', words: '先约老板再出门', step: '每天约好一位' },
  ...{ how_seen: '周计划里有', step_due: daysAfter(today, 3), by: hejing },
  ...{ given_at: new Date().toISOString(), answer: null, answer_words: null },
  ...{ answered_at: null, commitment_id: null, promise: null, leads: [] },
};
