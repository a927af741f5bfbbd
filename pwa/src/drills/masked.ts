/** Outside the team nobody reads a client's name (design §5): it leaves a line that goes further. Pure. */
import { t } from './words-of-kept';

/** `names` are the client's and those of its people. */
export function withoutNames(words: string, names: readonly (string | null)[]): string {
  return names
    .filter((name): name is string => name !== null && name.trim().length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name.trim(), t('thisClient')), words);
}
