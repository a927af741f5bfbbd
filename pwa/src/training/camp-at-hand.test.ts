import { expect, it } from 'vitest';
import type { Item } from '../kit/outbox';
import { CAMP_KINDS, campAtHand, nextDay } from './camp-at-hand';
import type { Camp, CampDay } from './wire';

const WORDS = { zh: '看', en: 'See' };
const SAVED = Date.parse('2026-03-26T02:00:00Z');

function aDay(dimension: CampDay['dimension'], day: string, more: Partial<CampDay> = {}): CampDay {
  const texts = { title: WORDS, task: WORDS, asked: WORDS };
  return {
    dimension,
    day,
    state: 'open',
    ...texts,
    case_id: null,
    words: null,
    link: null,
    done_at: null,
    ...more,
  };
}

const SEE = aDay('see', '2026-03-24');
const BELIEVE = aDay('believe', '2026-03-25');
const ACT = aDay('act', '2026-03-26', { state: 'ahead' });
const MEI = { id: 'p1', family_name: '林', given_name: '小满', latin_name: 'Lin Xiaoman' };
const READ: Camp = {
  ...{ id: 'c1', person: MEI, mentor: null, manager: null, begins_on: '2026-03-24', version: 1 },
  days: [SEE, BELIEVE, ACT],
  show: { day: '2026-03-28', about: '三家工厂', held_at: null, held_by: null },
  ...{ newcomer_hand_at: null, mentor_hand_at: null, finished_at: null },
  ...{ mine: true, may_say_held: false, may_shake: true },
};

function unsent(kind: string, path: string, body?: unknown, state = 'waiting'): Item {
  return { kind, path, body, state, savedAt: SAVED, lane: 'camp:c1', label: {} } as unknown as Item;
}

it('today’s day comes first, else the one that waits longest', () => {
  expect(nextDay(READ.days, '2026-03-25')).toBe(BELIEVE);
  expect(nextDay(READ.days, '2026-03-29')).toBe(SEE);
  expect(nextDay([ACT], '2026-03-25')).toBeUndefined();
});

it('a day handed in without a network stands as handed in, and no other day does', () => {
  const told = { words: '三家工厂', happened_at: '2026-03-25T02:00:00Z' };
  const now = campAtHand(READ, [unsent(CAMP_KINDS.day, '/api/v1/camps/c1/days/see', told)]);
  expect(now.days.map(({ state }) => state)).toEqual(['done', 'open', 'ahead']);
  expect(now.days[0]).toMatchObject({ words: '三家工厂', done_at: told.happened_at });
});

it('what came back refused is not laid over', () => {
  const told = { words: '三家工厂', happened_at: '2026-03-25T02:00:00Z' };
  const back = unsent(CAMP_KINDS.day, '/api/v1/camps/c1/days/see', told, 'rejected');
  expect(campAtHand(READ, [back])).toEqual(READ);
});

it('my hand is given at once, and whether the camp is over the server says', () => {
  const shake = [unsent(CAMP_KINDS.handshake, '/api/v1/camps/c1/handshake')];
  expect(campAtHand(READ, shake)).toMatchObject({
    ...{ newcomer_hand_at: '2026-03-26T02:00:00.000Z', mentor_hand_at: null },
    ...{ may_shake: false, finished_at: null },
  });
  const mentors = { ...READ, mine: false };
  expect(campAtHand(mentors, shake)).toMatchObject({ newcomer_hand_at: null, may_shake: false });
});
