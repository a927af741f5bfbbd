/** The playbook's best answers in words: honest about how few visits they stand on. */
import { month } from '../kit/i18n/format';
import type { BestAnswer, ObjectionType } from './wire';
import { t } from './words-of-answers';

/** A phone may still keep a playbook of before, which has none. */
export function bestOf(type: Partial<Pick<ObjectionType, 'best'>> | undefined): BestAnswer[] {
  return type?.best ?? [];
}

/** "Another answer · used 8 times": what a tap would show, with the count of the first. */
export function behindIn(others: readonly BestAnswer[]): string {
  const [first] = others;
  const went = first ? usedIn(first) : '';
  return t('behind', { n: others.length, went });
}

/** "Used 14 times · 9 worked · look again in May" */
export function howItWent(answer: BestAnswer): string {
  const { worked, partly, check_on, due_for_check } = answer;
  const used = timesUsed(answer);
  const went = [
    usedIn(answer),
    used > 0 && t('worked', { n: worked }),
    partly > 0 && t('partly', { n: partly }),
    due_for_check ? t('due') : used > 0 && t('lookAgain', { month: month(check_on) }),
  ];
  return went.filter(Boolean).join(' · ');
}

function usedIn(answer: BestAnswer): string {
  const n = timesUsed(answer);
  return n > 0 ? t('used', { n }) : t('notTried');
}

function timesUsed({ worked, partly, not_worked }: BestAnswer): number {
  return worked + partly + not_worked;
}
