import { NoAnswer, partsInWords, Refusal } from '../api/problem';
import { t } from './words';

/** One sentence for what stood in the way; the server's own where it has one for people. */
export function sentenceOf(problem: unknown): string {
  // Before anybody is signed in, fetch itself tells that there is no network.
  if (problem instanceof NoAnswer || problem instanceof TypeError) return t('needsNetwork');
  if (problem instanceof Refusal && problem.status < 500) {
    return partsInWords(problem.problem) || problem.message || t('tryLater');
  }
  return t('tryLater');
}

export function isCode(problem: unknown, code: string): boolean {
  return problem instanceof Refusal && problem.code === code;
}

/** Whether the server could not read this part of what was sent: "/country". */
export function pointsAt(problem: unknown, pointer: string): boolean {
  const parts = problem instanceof Refusal ? problem.problem.errors : undefined;
  return parts?.some((part) => part.pointer.startsWith(pointer)) ?? false;
}
