import type { ComponentChildren } from 'preact';
import { classes } from './classes';

/** One exchange: what the client said, what we answer, and under it where it came from. */
export function Talk({ children }: { children: ComponentChildren }) {
  return <div class="talk">{children}</div>;
}

interface Voice {
  /** The words are shown as they were spoken, so they may be in another language than the page. */
  lang?: string;
  /** In two lines, where many must be in sight at once. */
  brief?: boolean;
  children: ComponentChildren;
}

/** The client's own words; the quotation marks come from the style. */
export function Said({ lang, brief, children }: Voice) {
  return (
    <blockquote class={classes('said', brief && 'brief')} lang={lang}>
      {children}
    </blockquote>
  );
}

export function Ours({ lang, brief, children }: Voice) {
  return (
    <p class={classes('ours', brief && 'brief')} lang={lang}>
      {children}
    </p>
  );
}

/** The language of a text by its characters, for `lang` on words that people typed. */
export function languageOf(text: string): 'zh-CN' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}
