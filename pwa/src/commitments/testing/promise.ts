/** What 小满 promised her manager 何静, due the day after tomorrow. */
import { dayOf, daysAfter } from '../../kit/i18n/format';
import { xiaoman } from '../../people/testing/backend';
import type { Commitment } from '../wire';

export const hejing = { id: 'p9', family_name: '何', given_name: '静', latin_name: 'He Jing' };
export const me = {
  id: xiaoman.id,
  family_name: '林',
  given_name: '小满',
  latin_name: 'Lin Xiaoman',
};

export function promise(part: Partial<Commitment> = {}): Commitment {
  return {
    ...{ id: 'c1', owner: me, to: hejing, words: '先问再报价', how_seen: '周四的签到里有' },
    ...{ due: daysAfter(dayOf(), 2), correction: 'method', skill_key: null, client_id: null },
    ...{ origin: { kind: 'review', id: 'r1' }, made_at: new Date().toISOString(), moves: [] },
    ...{ outcome: null, outcome_reason: null, evidence: null, settled_at: null },
    ...{ settled_by: null, replies: [], version: 1 },
    ...part,
  };
}
