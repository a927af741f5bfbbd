/** What I did today and what came of it, with what lies unsent. */
import { expect, it } from 'vitest';
import { daysAfter } from '../kit/i18n/format';
import { myDayAtHand } from './my-day';
import { cardOf, me, qihang, today, unsent } from './testing/examples';
import type { MyEvening, Reason } from './wire';

const read: MyEvening = { day: today, visits: 2, heard: 1, rounds_this_week: 5, came_back: [] };
const around = { read, unsent: [], cards: [], me: me.id, today };
const checkIn = (day: string) =>
  unsent({
    ...{ kind: 'check-in', method: 'PUT', lane: 'visit:v9' },
    body: { happened_at: `${day}T04:00:00Z`, objections: [{ id: 'o1' }, { id: 'o2' }] },
  });
const round = (rep_id: string, boss_id: string) =>
  unsent({ kind: 'round', body: { rep_id, boss_id } });

it('counts what waits to be sent of today', () => {
  const said = [checkIn(today), checkIn(daysAfter(today, -1)), round(qihang.id, me.id)];
  expect(myDayAtHand({ ...around, unsent: said })).toMatchObject({
    ...{ visits: 3, sentences: 3, rounds: 6 },
  });
});

it('does not count a round I only watched', () => {
  expect(myDayAtHand({ ...around, unsent: [round('p2', 'p3')] })?.rounds).toBe(5);
});

it('brings back the lines that held, and the cards of what was heard today', () => {
  const held = {
    kind: 'held',
    origin: { kind: 'visit', id: 'v1' },
    client: { id: 'c', name: '暖屿' },
  };
  const said = { type_key: 'price', words: '太贵了' };
  const reason: Reason = {
    ...{ kind: 'heard_today', id: 'o1', origin: { kind: 'visit', id: 'v2' }, on: today },
    ...{ at: null, said_by: null, type_key: null, words: '再考虑考虑', step: null },
  };
  const cards = [cardOf('a', { reasons: [...cardOf('a').reasons, reason] })];
  const came_back = [{ ...held, ...said } as MyEvening['came_back'][number]];
  const day = myDayAtHand({ ...around, read: { ...read, came_back }, cards });
  expect(day?.back.map(({ kind, visit, words }) => [kind, visit, words])).toEqual([
    ['held', 'v1', '太贵了'],
    ['card', 'v2', '再考虑考虑'],
  ]);
});

it('says nothing where nothing is known', () => {
  expect(myDayAtHand({ ...around, read: undefined })).toBeNull();
});
