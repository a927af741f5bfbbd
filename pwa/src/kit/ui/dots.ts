/** Between two facts of one line; in a narrow place the line breaks after it, so that it stays with the word before. */
export const DOT = '\u00a0· ';
