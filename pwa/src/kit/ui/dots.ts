import type { ComponentChildren } from 'preact';

/** Between two facts of one line; in a narrow place the line breaks after it, so that it stays with the word before. */
export const DOT = '\u00a0· ';

export function heldDots(words: ComponentChildren): ComponentChildren {
  return typeof words === 'string' ? words.replaceAll(' · ', DOT) : words;
}
