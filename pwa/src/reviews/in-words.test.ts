/** A goal stands beside its target, an amount in its own currency, and a short factor by its name. */
import { beforeEach, expect, it, vi } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { factFigure, factName, factShare, whenOf } from './in-words';
import type { Fact } from './wire';

const visits: Fact = {
  ...{ part: 'goal', key: 'goal_visits', figure: 29, of: null, target: 30, money: null },
  ...{ type_key: null, short: false, links: [] },
};
const collected: Fact = {
  ...visits,
  ...{ key: 'goal_collected', figure: null, target: 8_000_000 },
  money: { amount_minor: 2_000_000, currency: 'CNY' },
};

const named = { objections: {}, skills: { objections: 'Objections' } };

beforeEach(() => {
  lang.value = 'en';
});

it('counts of a goal stand before their target', () => {
  expect([factName(visits, named), factFigure(visits)]).toEqual(['Goal: Visits', '29 / 30']);
  expect(factShare(visits)).toBeCloseTo(29 / 30);
});

it('amounts of a goal stand before theirs', () => {
  expect(factFigure(collected)).toMatch(/20,000.* \/ .*80,000/);
  expect(factShare(collected)).toBe(0.25);
});

it('two goals of one metric are told apart by the day they run to', () => {
  const until = (on: string): Fact => ({
    ...visits,
    links: [{ kind: 'goal', id: on, client: null, on }],
  });
  const names = ['2026-03-27', '2026-03-31'].map((day) => factName(until(day), named));
  expect(names).toEqual(['Visits, until 27 Mar', 'Visits, until 31 Mar']);
});

it('a short factor is called by its name', () => {
  const short = { ...visits, key: 'short_close_rate', figure: null, target: null, short: true };
  expect([factName(short, named), factFigure(short)]).toEqual(['Close rate', '']);
});

it('a time is told as people write it: by its day, and farther off with weekday and comma', () => {
  vi.useFakeTimers({ now: new Date('2026-11-26T02:00:00Z') });
  const at = (day: string) => whenOf({ day, starts: '16:30' });
  const days = ['2026-11-26', '2026-11-30', '2026-12-04'];
  expect(days.map(at)).toEqual(['Today 16:30', 'Monday 16:30', 'Fri 4 Dec, 16:30']);
  lang.value = 'zh-CN';
  expect(days.map(at)).toEqual(['今天 16:30', '星期一 16:30', '12月4日 周五 16:30']);
  vi.useRealTimers();
});

it('a rung is called by its skill, and stands before the number of rungs', () => {
  const rung: Fact = { ...visits, part: 'ability', key: 'rung_objections', figure: 2 };
  const fact = { ...rung, of: 4, target: null };
  expect([factName(fact, named), factFigure(fact)]).toEqual(['Rung: Objections', '2 / 4']);
});
