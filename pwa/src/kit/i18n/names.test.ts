import { afterEach, expect, it } from 'vitest';
import { lang } from './lang';
import { inMyLanguage } from './names';

const before = lang.value;

afterEach(() => {
  lang.value = before;
});

it.each([
  ['zh-CN', { zh: '按单算。', en: 'By order.' }, '按单算。'],
  ['en', { zh: '按单算。', en: 'By order.' }, 'By order.'],
  ['en', { zh: '按单算。', en: null }, '按单算。'],
  ['zh-CN', { zh: null, en: 'By order.' }, 'By order.'],
] as const)('in %s a text is read in that language, else in the one it has', (mine, text, read) => {
  lang.value = mine;
  expect(inMyLanguage(text)).toBe(read);
});
