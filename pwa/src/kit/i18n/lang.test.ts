import { beforeEach, expect, it } from 'vitest';
import { lang, speak, speakAs } from './lang';

beforeEach(() => {
  localStorage.clear();
  lang.value = 'en';
});

it('follows the account until somebody chooses on this phone', () => {
  speakAs('zh-CN');
  expect(lang.value).toBe('zh-CN');
  speak('en');
  speakAs('zh-CN');
  expect(lang.value).toBe('en');
});

it('does not speak a language it has no words for', () => {
  speakAs('fr');
  expect(lang.value).toBe('en');
});

it('tells the page, so that Chinese is read and drawn as Chinese', () => {
  speak('zh-CN');
  expect(document.documentElement.lang).toBe('zh-CN');
});
