/** A review of 周启航 by 何静, as tests read it. */
import type { PersonRef, PromiseRead, Review } from '../wire';

export const hejing: PersonRef = {
  ...{ id: 'h', family_name: '何', given_name: '静', latin_name: 'He Jing' },
};
export const qihang: PersonRef = {
  ...{ id: 'q', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' },
};

export function promiseOf(owner: PersonRef, part: Partial<PromiseRead> = {}): PromiseRead {
  return {
    ...{ id: `p-${owner.id}`, owner, words: 'Owners after four', how_seen: 'Check-ins' },
    ...{ due: '2026-12-03', correction: 'method', skill_key: null, client_id: null },
    ...{ outcome: null, outcome_reason: null },
    ...part,
  };
}

export function reviewOf(part: Partial<Review> = {}): Review {
  return {
    ...{ id: 'r', kind: 'weekly', state: 'scheduled', late: false, version: 1, minutes: 25 },
    ...{ day: '2026-11-26', starts: '16:30', host: hejing, person: qihang, mentor: null },
    ...{ team: null, deal: null, moved: null, called_off: null, prepared: false },
    ...{ started_at: null, agreed_at: null, series_id: null, moves: [], snapshot: null },
    ...{ persons_part: null, hosts_part: null, preparation: null, promises: [] },
    ...{
      promises_version: 0,
      agreements: [],
      awaited: [],
      awaits_you: false,
      last_time: null,
      asks: [],
    },
    questions: [questionOf('goal'), questionOf('process')],
    ...part,
  };
}

function questionOf(part: 'goal' | 'process'): Review['questions'][number] {
  const text = { zh: '？', en: `About ${part}?` };
  return { key: `review_${part}`, part, text, answer: null, by: null };
}
