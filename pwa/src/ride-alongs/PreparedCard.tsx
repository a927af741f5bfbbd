import { callName } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { DOT } from '../kit/ui/dots';
import type { DayAtHand } from './at-hand';
import { t } from './words';

/** What the mentor reads of the preparation. */
export function PreparedCard({ day }: { day: DayAtHand }) {
  const { preparation } = day;
  const name = callName(day.apprentice);
  if (!preparation) {
    return (
      <Card>
        <h2>{t('prepTitle')}</h2>
        <p class="meta">{t('prepFor', { name })}</p>
        {day.wish && day.accepted_at && <p lang={languageOf(day.wish)}>“{day.wish}”</p>}
      </Card>
    );
  }
  return (
    <Card>
      <h2>{t('helpOf', { name })}</h2>
      <p lang={languageOf(preparation.help_wanted)}>“{preparation.help_wanted}”</p>
      <p class="meta">
        {t('know')}
        {DOT}
        {preparation.to_know}
      </p>
    </Card>
  );
}
