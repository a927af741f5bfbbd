/** What is said of an answer: its counts, however small, and when to look at it again. */
import { beforeEach, expect, it } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { bestOf, howItWent } from './best-answers';
import type { BestAnswer } from './wire';

beforeEach(() => {
  lang.value = 'en';
});

function answer(other: Partial<BestAnswer>): BestAnswer {
  return {
    ...{ id: 'a1', text: { zh: '按单算。', en: null }, worked: 0, partly: 0, not_worked: 0 },
    ...{ check_on: '2026-05-12', due_for_check: false, ...other },
  };
}

it('says how often it was used, how often it worked, and when it returns for a look', () => {
  const told = answer({ worked: 9, partly: 2, not_worked: 3 });
  expect(howItWent(told)).toBe('Used 14 times · 9 worked · 2 in part · look again in May');
  lang.value = 'zh-CN';
  expect(howItWent(told)).toBe('团队用过 14 次 · 9 次管用 · 2 次管一半 · 5月复查');
});

it('makes nothing of one visit, and does not hide that it failed', () => {
  expect(howItWent(answer({ not_worked: 1 }))).toBe('Used 1 time · 0 worked · look again in May');
});

it('says so when nobody has tried it, and when it is due', () => {
  expect(howItWent(answer({}))).toBe('Not tried yet');
  expect(howItWent(answer({ due_for_check: true }))).toBe('Not tried yet · due for a look');
});

it('finds none in a playbook that was kept before answers had counts', () => {
  expect(bestOf({})).toEqual([]);
});
