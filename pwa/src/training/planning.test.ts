import { expect, test } from 'vitest';
import { edited, freeWeek, givenOf, swapped, weeksOf } from './planning';
import type { Plan, PlannedTopic } from './wire';

const [FIRST, SECOND, THIRD] = ['2026-03-30', '2026-04-06', '2026-04-13'];
const today = '2026-03-24';

function topic(name: string, week: string | null, classes: unknown[] = []): PlannedTopic {
  const told = { id: name, topic: name, topic_class: 'business', skill_keys: [], product_keys: [] };
  return { ...told, wish_week: week, classes } as PlannedTopic;
}

function plan(...topics: PlannedTopic[]): Plan {
  return { period: 'month', starts_on: '2026-04-01', topics } as unknown as Plan;
}

test('a month has all weeks that touch it, and a quarter thirteen or more', () => {
  expect(weeksOf(plan())).toEqual([FIRST, SECOND, THIRD, '2026-04-20', '2026-04-27']);
  expect(weeksOf({ period: 'quarter', starts_on: '2026-10-01' }).at(-1)).toBe('2026-12-28');
  expect(weeksOf({ period: 'month', starts_on: '2026-12-01' })).toHaveLength(5);
});

test('one topic is written anew, taken out, or added, and the others stay', () => {
  const [price, wait] = [topic('price', FIRST), topic('wait', null)];
  const other = { ...givenOf(price), topic: 'dear' };
  expect(edited([price, wait], price, other).map((one) => one.topic)).toEqual(['dear', 'wait']);
  expect(edited([price, wait], price, null).map((one) => one.topic)).toEqual(['wait']);
  expect(edited([price], null, other).map((one) => one.topic)).toEqual(['price', 'dear']);
});

test('what somebody else took out meanwhile is added again instead of lost', () => {
  const [price, wait] = [topic('price', FIRST), topic('wait', null)];
  expect(edited([wait], price, givenOf(price)).map((one) => one.topic)).toEqual(['wait', 'price']);
});

test('two weeks change their topics', () => {
  const before = plan(topic('price', FIRST), topic('wait', SECOND), topic('later', null));
  const after = swapped(before, FIRST, SECOND);
  expect(after.map((one) => [one.topic, one.wish_week])).toEqual([
    ['wait', FIRST],
    ['price', SECOND],
    ['later', null],
  ]);
});

test('a week that has its class is passed over, and so is one that is over', () => {
  const held = plan(topic('price', FIRST), topic('wait', SECOND, [{}]));
  expect(freeWeek(held, FIRST, 1, { today })).toBe(THIRD);
  expect(freeWeek(held, FIRST, -1, { today })).toBeNull();
  expect(freeWeek(held, THIRD, -1, { today: '2026-04-07' })).toBeNull();
});
