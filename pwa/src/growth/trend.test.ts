import { expect, it } from 'vitest';
import { fullest, told, weeksOf } from './trend';
import type { Growth, Trend } from './wire';

const trend = (behaviour_id: string, looked_for: number[], seen: number[]): Trend => ({
  behaviour_id,
  text: { zh: '先问再答', en: 'Asks before answering' },
  skill_key: 'objections',
  skill: { zh: '处理异议', en: 'Objections' },
  looked_for,
  seen,
  partly: looked_for.map(() => 0),
});

it('leaves out weeks nobody looked, which would read as a miss', () => {
  const file = { weeks: ['2026-03-16', '2026-03-23'] } as Growth;
  const weeks = weeksOf(file, trend('a', [0, 3], [0, 2]));
  expect(told(weeks)).toEqual([{ week: '2026-03-23', lookedFor: 3, seen: 2, partly: 0 }]);
});

it('opens with the behaviour there is most to see of, not with the best', () => {
  const often = trend('often', [1, 1], [0, 0]);
  expect(fullest([trend('well', [0, 5], [0, 5]), often])).toBe(often);
});
