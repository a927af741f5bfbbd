/** Lanbridge as the server tells it. */
import type { Organisation, OrganisationToday } from '../wire';

export const lanbridge: Organisation = {
  id: 'o1',
  slug: 'lanbridge',
  name: 'Lanbridge',
  zone: 'Asia/Shanghai',
  demo: false,
  evening_opens: '18:30',
  evening_closes: '20:00',
  quiet_until: '08:00',
  rungs: ['tell', 'show', 'tell_back', 'do'],
  round_minutes: 6,
  topic_heard: 5,
  big_order: { amount_minor: 9_000_000, currency: 'CNY' },
  grades: [grade('A', 'Signs this month', 50), grade('B', 'Signs within three months', 20)],
  country: 'CN',
  week: [1, 2, 3, 4, 5],
  version: 7,
};

export const inOrder: OrganisationToday = {
  needs_look: {
    teams_without_manager: [],
    not_joined: [],
    newcomers_without_mentor: [],
    leavers_with_clients: [],
  },
  people: 23,
  regions: 1,
  teams: 3,
  mentor_pairs: 4,
  products: 1,
  objection_types: 12,
  requires: ['met_decider', 'dated_next_step'],
  next_day: null,
};

function grade(key: string, meaning: string, probability: number) {
  return { key, label: { zh: key, en: key }, meaning: { zh: meaning, en: meaning }, probability };
}
