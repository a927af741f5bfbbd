import { relativeDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { BegunRows } from './BegunRows';
import { lastThanked } from './cases';
import { useMyCaseUses } from './remote';
import { t } from './words-of-share';
import { t as tk } from './words-of-kinds';

/** On Today: what waits to be told, who used what I told, and the ways to what others tell. */
export default function SharesToday() {
  const used = lastThanked(useMyCaseUses().value?.items ?? []);
  return (
    <>
      <BegunRows />
      <Rows label={t('ofTheTeam')}>
        {used && (
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
