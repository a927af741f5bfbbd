/** A class and a topic of 海鸥, as the server tells them. */
import type { Attendance, Session, Topic } from '../wire';

export const hejing = {
  id: 'p9',
  family_name: '何',
  given_name: '静',
  latin_name: 'He Jing',
};
export const xiaoman = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  family_name: '林',
  given_name: '小满',
  latin_name: 'Lin Xiaoman',
};
const team = { id: 't1', name: { zh: '海鸥', en: 'Gull' } };

/** A line of the tick list. */
export function aLine(part: Partial<Attendance> = {}): Attendance {
  return { person: xiaoman, mark: null, reason: null, make_up_day: null, ...part };
}

export function aSession(part: Partial<Session> = {}): Session {
  return {
    ...{
      id: 's1',
      track: 'professional',
      state: 'planned',
      team,
      trainer: hejing,
      series_id: null,
      product_key: null,
    },
    ...{ day: '2026-03-24', starts: '17:00', minutes: 75, topic: '外贸公司够用了吗？' },
    ...{ topic_class: 'business', skip_reason: null, makes_up: null, made_up_by: null },
    ...{ practice_due: null, my_mark: null, my_practice: 'none', practice: null, stuck: null },
    why: { words: null, count: 9, sentences: ['我们靠外贸公司就行'], origin: null },
    learning_points: [{ id: 'l1', if_: '他说够用', then: '先算一单', skill_key: null }],
    materials: [],
    ...{ announced_at: null, held_at: null, closed_at: null, runs: true, learns: false },
    missing: 0,
    attendance: [aLine()],
    evidence: [],
    version: 3,
    ...part,
  };
}

export function aTopic(part: Partial<Topic> = {}): Topic {
  return {
    ...{ id: 't1', team, proposed_by: 'field', by: null, topic: '靠外贸公司' },
    ...{ topic_class: 'business', type_key: 'trader', skill_key: null, words: null },
    ...{ heard: 9, heard_until: '2026-03-23', sentences: ['我们靠外贸公司就行'] },
    stalled_before: { stalled: 1, of: 7 },
    stalled_now: { stalled: 4, of: 9 },
    ...{ votes: 2, my_vote: false, decision: null, decided_at: null, later_words: null },
    ...{ session: null, proposed_at: '2026-03-23T13:00:00Z', version: 1 },
    ...part,
  };
}
