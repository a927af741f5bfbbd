import { beforeEach, expect, it, vi } from 'vitest';
import { chosen, lang, speak, speakAs } from './lang';

beforeEach(() => {
  chosen.value = null;
  lang.value = 'en';
});

function phoneIn(language: string): void {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
}

it('follows the account until somebody chooses on this phone', () => {
  speakAs('zh-CN');
  expect(lang.value).toBe('zh-CN');
  speak('en');
  speakAs('zh-CN');
  expect(lang.value).toBe('en');
});

it.each([
  ['zh-Hans-CN', 'zh-CN'],
  ['en-GB', 'en'],
  ['fr', 'en'],
])('a phone in %s speaks %s to an account without a language', (language, spoken) => {
  phoneIn(language);
  speakAs(null);
  expect(lang.value).toBe(spoken);
});

it('goes back to the language of the phone, also where the account has another', () => {
  phoneIn('zh-CN');
  speak('en');
  speak('device');
  speakAs('en');
  expect(lang.value).toBe('zh-CN');
});

it('does not speak a language it has no words for', () => {
  phoneIn('en-GB');
  speakAs('fr');
  expect(lang.value).toBe('en');
});

it('keeps the choice for the next start', async () => {
  speak('zh-CN');
  vi.resetModules();
  expect((await import('./lang')).lang.value).toBe('zh-CN');
});

it('tells the page, so that Chinese is read and drawn as Chinese', () => {
  speak('zh-CN');
  expect(document.documentElement.lang).toBe('zh-CN');
});

it('follows what was chosen in another tab of this phone', () => {
  speak('en');
  localStorage.setItem('lang', 'zh-CN');
  dispatchEvent(new StorageEvent('storage', { key: 'lang' }));
  expect([chosen.value, lang.value]).toEqual(['zh-CN', 'zh-CN']);
});
