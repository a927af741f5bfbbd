import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { dayOf, daysAfter, dayInSentence } from '../kit/i18n/format';
import type { Spoken } from './pairs';
import { t } from './words';

/** Where a line comes from: the drill it was agreed in, and how the playbook's answer has done so far. */
export function Source({ of: { agreed, answerId } }: { of: Spoken }) {
  const used = useCounts(answerId);
  if (!agreed && !used) return null;
  return (
    <p class="meta row">
      {agreed && (
        <a class="link" href={`/drills/${agreed.drill_id}`}>
          {agreedWhen(agreed.agreed_on)}
        </a>
      )}
      {used && (
        <a class="link num" href={`/playbook/${used.key}`}>
          {t('used', used)}
        </a>
      )}
    </p>
  );
}

function agreedWhen(day: string): string {
  if (day === dayOf()) return t('agreedToday');
  return day === daysAfter(dayOf(), -1)
    ? t('agreedNight')
    : t('agreedOn', { day: dayInSentence(day) });
}

/** Of one of the answers that are offered first; nothing before it was said at a visit. */
function useCounts(answerId: string | null): { key: string; n: number; worked: number } | null {
  const playbook = playbookRead();
  useEffect(() => {
    if (answerId && !playbook.value) void playbook.reload();
  }, [answerId, playbook]);
  for (const { key, best } of playbook.value?.objection_types ?? []) {
    const answer = best.find(({ id }) => id === answerId);
    if (!answer) continue;
    const { worked, partly, not_worked } = answer;
    const n = worked + partly + not_worked;
    return n > 0 ? { key, n, worked } : null;
  }
  return null;
}
