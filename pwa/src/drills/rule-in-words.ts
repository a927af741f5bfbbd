import type { PracticePoint } from './wire';
import { t } from './words-of-verdict';

/** A learning point as one line: "if he says …, then …". */
export function ruleInWords({ if_, then }: Pick<PracticePoint, 'if_' | 'then'>): string {
  return t('rule', { if: if_, then });
}
