/** The language of this phone. The page, the dictionaries and every formatter follow it. */
import { effect, signal } from '@preact/signals';

export type Lang = 'en' | 'zh-CN';

const KEPT_AS = 'lang';

export const lang = signal<Lang>(firstLanguage());

effect(() => {
  document.documentElement.lang = lang.value;
});

/** Changes the language now and for the next start. */
export function speak(next: Lang): void {
  localStorage.setItem(KEPT_AS, next);
  lang.value = next;
}

/** The language of the account, unless somebody has chosen another one on this phone. */
export function speakAs(account: string): void {
  if (localStorage.getItem(KEPT_AS) === null && isLang(account)) lang.value = account;
}

function isLang(name: string | null): name is Lang {
  return name === 'en' || name === 'zh-CN';
}

function firstLanguage(): Lang {
  const kept = localStorage.getItem(KEPT_AS);
  if (isLang(kept)) return kept;
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
}
