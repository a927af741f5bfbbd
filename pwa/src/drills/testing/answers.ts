/** What the server answers on an evening with two clients of tomorrow. */
import { page } from '../../people/testing/backend';
import { cardOf, hejing, me, qihang, sheet, tomorrow } from './examples';

const behaviour = (id: string, text: string, retired = false) => ({
  ...{ id, retired },
  text: { zh: text, en: text },
});

export const behaviours = ['Asks before answering', 'Waits three seconds'];

export function eveningAnswers(cards = [cardOf('a'), cardOf('b')]): Record<string, unknown> {
  return {
    'GET /drills/deck': { day: tomorrow, items: cards },
    'GET /drills': page([]),
    'GET /me': {
      organisation: {
        ...{ zone: 'Asia/Shanghai', demo: true, round_minutes: 6 },
        ...{ evening_opens: '18:30', evening_closes: '20:00' },
      },
      mentor: null,
      manager: hejing,
      apprentices: [],
    },
    'GET /people': page([me, qihang]),
    'GET /playbook': {
      version: 1,
      objection_types: [],
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
