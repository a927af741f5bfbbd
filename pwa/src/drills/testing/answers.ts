/** What the server answers on an evening with two clients of tomorrow. */
import { page } from '../../people/testing/backend';
import type { PersonsEvening } from '../wire';
import { cardOf, hejing, me, qihang, sheet, today, tomorrow } from './examples';

const both = (text: string) => ({ zh: text, en: text });

const behaviour = (id: string, text: string, retired = false) => ({
  ...{ id, retired },
  text: both(text),
});

export const behaviours = ['Asks before answering', 'Waits three seconds'];

const objectionType = (key: string, said: string, answer: string) => ({
  ...{ key, retired: false, name: both(key), short: both(key), words: both(said) },
  best: [
    {
      ...{ id: `best-${key}`, text: both(answer), worked: 0, partly: 0, not_worked: 0 },
      ...{ check_on: '2026-05-12', due_for_check: false },
    },
  ],
});

export const objectionTypes = [
  objectionType('noresult', 'We tried, nothing came.', 'Who answered, and how fast?'),
  objectionType('partner', 'I must ask my partner.', 'What will he ask first?'),
  objectionType('season', 'It is low season.', 'Peak orders are sown now.'),
];
/** Somebody's own evening, of which nothing is asked and nothing said. */
export function eveningOf(other: Partial<PersonsEvening> = {}): PersonsEvening {
  return {
    ...{ day: today, opens_at: `${today}T10:30:00Z`, closes_at: `${today}T12:00:00Z` },
    ...{
      open: true,
      quiet: false,
      obligations: [],
      postponement: null,
      partner_wish: null,
      moved_here: null,
    },
    ...{ partner: null, waiting: [], suggested: [], reflection: null },
    ...other,
  };
}

export function eveningAnswers(cards = [cardOf('a'), cardOf('b')]): Record<string, unknown> {
  return {
    'GET /drills/deck': { day: tomorrow, since: today, items: cards, promised: null, points: [] },
    [`GET /drills/evenings/${today}`]: eveningOf(),
    'GET /today/evening': { day: today, visits: 0, heard: 0, rounds_this_week: 0, came_back: [] },
    'GET /drills': page([]),
    'GET /me': {
      organisation: {
        ...{ zone: 'Asia/Shanghai', demo: true, round_minutes: 6 },
        ...{ evening_opens: '18:30', evening_closes: '20:00', quiet_until: '08:00' },
      },
      mentor: null,
      manager: hejing,
      apprentices: [],
    },
    'GET /people': page([me, qihang]),
    'GET /playbook': {
      version: 1,
      objection_types: objectionTypes,
      skills: [
        {
          key: 'objections',
          behaviours: [
            ...behaviours.map((text, at) => behaviour(`b${at}`, text)),
            behaviour('old', 'Retired', true),
          ],
        },
      ],
    },
    ...Object.fromEntries(
      cards.map(({ client }) => [
        `GET /clients/${client.id}/sheet`,
        { ...sheet, client_id: client.id, version: 1, missing: [], questions: [] },
      ]),
    ),
  };
}
