/** A goal stands beside its target, an amount in its own currency, and a short factor by its name. */
import { beforeEach, expect, it } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { factFigure, factName, factShare } from './in-words';
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

beforeEach(() => {
  lang.value = 'en';
});

it('counts of a goal stand before their target', () => {
  expect([factName(visits, {}), factFigure(visits)]).toEqual(['Goal: Visits', '29 / 30']);
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
  const names = ['2026-03-27', '2026-03-31'].map((day) => factName(until(day), {}));
  expect(names).toEqual(['Visits, until 27 Mar', 'Visits, until 31 Mar']);
});

it('a short factor is called by its name', () => {
  const short = { ...visits, key: 'short_close_rate', figure: null, target: null, short: true };
  expect([factName(short, {}), factFigure(short)]).toEqual(['Close rate', '']);
});
