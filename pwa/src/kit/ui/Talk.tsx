import type { ComponentChildren } from 'preact';

/** One exchange: what the client said, what we answer, and under it where it came from. */
export function Talk({ children }: { children: ComponentChildren }) {
  return <div class="talk">{children}</div>;
}

interface Voice {
  /** The words are shown as they were spoken, so they may be in another language than the page. */
  lang?: string;
  children: ComponentChildren;
}

/** The client's own words; the quotation marks come from the style. */
export function Said({ lang, children }: Voice) {
  return (
    <blockquote class="said" lang={lang}>
      {children}
    </blockquote>
  );
}

export function Ours({ lang, children }: Voice) {
  return (
    <p class="ours" lang={lang}>
      {children}
    </p>
  );
}

/** The language of a text by its characters, for `lang` on words that people typed. */
export function languageOf(text: string): 'zh-CN' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}
