/** The language of this phone. The page, the dictionaries and every formatter follow it. */
import { effect, signal } from '@preact/signals';

export type Lang = 'en' | 'zh-CN';
/** What can be chosen by hand; `device` is whatever the phone itself is set to. */
export type Choice = Lang | 'device';

const KEPT_AS = 'lang';

/** What somebody has chosen on this phone; until then the account decides, and after it the phone. */
export const chosen = signal<Choice | null>(kept());

export const lang = signal<Lang>(languageFor(chosen.peek()));

effect(() => {
  document.documentElement.lang = lang.value;
});

// Chosen in another tab: all tabs of a phone speak alike.
addEventListener('storage', ({ key }) => {
  if (key !== KEPT_AS) return;
  chosen.value = kept();
  lang.value = languageFor(chosen.value);
});

/** Changes the language now and for the next start. */
export function speak(choice: Choice): void {
  localStorage.setItem(KEPT_AS, choice);
  chosen.value = choice;
  lang.value = languageFor(choice);
}

/** The language of the account, unless somebody has chosen on this phone; null is an account without one. */
export function speakAs(account: string | null): void {
  if (chosen.peek() === null) lang.value = languageFor(account);
}

/** Signed out, or never chosen: as the phone is set. */
function languageFor(wish: string | null): Lang {
  if (isLang(wish)) return wish;
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
}

function isLang(name: string | null): name is Lang {
  return name === 'en' || name === 'zh-CN';
}

function kept(): Choice | null {
  const found = localStorage.getItem(KEPT_AS);
  return isLang(found) || found === 'device' ? found : null;
}
