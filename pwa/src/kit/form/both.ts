/** A text that has to stand in both languages of the product. */
export interface InBoth {
  zh: string;
  en: string;
}

/** Whether anything is written in either language. */
export function isSaid({ zh, en }: InBoth): boolean {
  return zh.trim() !== '' || en.trim() !== '';
}

/** The same text in both languages: one that is left empty is taken from the other. */
export function both({ zh, en }: InBoth): InBoth {
  const [chinese, english] = [zh.trim(), en.trim()];
  return { zh: chinese || english, en: english || chinese };
}

export const UNSAID: InBoth = { zh: '', en: '' };
