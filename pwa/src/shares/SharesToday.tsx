import { dayOf, relativeDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { PulseToday } from '../pulse/PulseToday';
import { BegunRows } from './BegunRows';
import { lastThanked } from './cases';
import { useMyCaseUses, useTried } from './remote';
import { newsOf } from './tries';
import type { Tried } from './wire';
import { t } from './words-of-share';
import { t as tk } from './words-of-kinds';
import { t as tt } from './words-of-tries';

export { AskTried } from './AskTried';

/** On Today: what waits to be told, who used what I told, and the ways to what others tell. */
export default function SharesToday() {
  const tried = newsOf(useTried().value?.items ?? []);
  const used = lastThanked(useMyCaseUses().value?.items ?? []);
  return (
    <>
      <PulseToday />
      <BegunRows />
      <Rows label={t('ofTheTeam')}>
        {tried && <News of={tried} />}
        {used && !tried && (
          <Row
            href={`/cases/${used.case.id}`}
            title={t('usedYours', { name: fullName(used.by), result: tk(used.result) })}
            meta={`${used.case.title} · ${relativeDay(used.day)}`}
          />
        )}
        <Row href="/kick-off" title={t('kickOff')} meta={t('kickOffWhy')} />
        <Row href="/shares" title={t('wall')} meta={t('wallWhy')} />
        <Row href="/cases" title={t('library')} meta={t('libraryWhy')} />
      </Rows>
    </>
  );
}

/** Who told it is thanked with what came of it. */
function News({ of: { of, by, result, day, wished_at: at } }: { of: Tried }) {
  const name = fullName(by);
  return (
    <Row
      href={of.case_id ? `/cases/${of.case_id}` : `/shares/${of.share_id}`}
      title={result ? tt('thanked', { name, result: tk(result) }) : tt('wantsToTry', { name })}
      meta={`${of.title || tk(of.kind)} · ${relativeDay(day ?? dayOf(at))}`}
    />
  );
}
