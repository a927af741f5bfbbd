/** What follows for those who wait, once two or three sit at this phone. */
import { dayOf } from '../kit/i18n/format';
import { say } from '../kit/ui/Toast';
import { offer, waitNoMore } from './evening-actions';
import { eveningNow } from './people';
import type { PersonRef } from './wire';
import { t } from './words';

/**
 * Whoever has found somebody waits no more, and who had offered need not come in vain; nor need
 * anybody else go to a colleague who waited and sits here now.
 */
export async function waitNoLonger(beside: readonly PersonRef[]): Promise<void> {
  const { waits, partner, waiting } = eveningNow();
  const isHere = new Set(beside.map(({ id }) => id));
  if ((waits || partner) && !isHere.has(partner?.id ?? '')) await kept(waitNoMore(dayOf()));
  for (const { person, offered_by } of waiting) {
    if (isHere.has(person.id) && !offered_by) await kept(offer(dayOf(), person));
  }
}

/** Whether it lies on this phone now; if not, the person is told. */
export async function kept(keeping: Promise<void>): Promise<boolean> {
  try {
    await keeping;
    return true;
  } catch {
    say(t('cannotSave'));
    return false;
  }
}
