import { NoAnswer, Refusal } from '../kit/api/problem';
import { t } from './words';

/** One sentence for what stood in the way; the server's own where it has one for people. */
export function sentenceOf(problem: unknown): string {
  // Before anybody is signed in, fetch itself tells that there is no network.
  if (problem instanceof NoAnswer || problem instanceof TypeError) return t('needsNetwork');
  if (problem instanceof Refusal && problem.status < 500) return problem.message || t('tryLater');
  return t('tryLater');
}

export function isCode(problem: unknown, code: string): boolean {
  return problem instanceof Refusal && problem.code === code;
}
