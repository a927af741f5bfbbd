/** The playbook's best answers in words: honest about how few visits they stand on. */
import { month } from '../kit/i18n/format';
import type { BestAnswer, ObjectionType } from './wire';
import { t } from './words-of-answers';

/** A phone may still keep a playbook of before, which has none. */
export function bestOf(type: Partial<Pick<ObjectionType, 'best'>> | undefined): BestAnswer[] {
  return type?.best ?? [];
}

/** "Used 14 times · 9 worked · look again in May" */
export function howItWent(answer: BestAnswer): string {
  const { worked, partly, not_worked, check_on, due_for_check } = answer;
  const used = worked + partly + not_worked;
  const went = [
    used > 0 ? t('used', { n: used }) : t('notTried'),
    used > 0 && t('worked', { n: worked }),
    partly > 0 && t('partly', { n: partly }),
    due_for_check ? t('due') : used > 0 && t('lookAgain', { month: month(check_on) }),
  ];
  return went.filter(Boolean).join(' · ');
}
