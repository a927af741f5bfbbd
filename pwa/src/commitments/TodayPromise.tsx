import TeamThanks from '../goals/TeamThanks';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { dueIn, PromisedRow } from './OwedRow';
import { stillOpen } from './promises';
import { useOpenPromises } from './remote';
import { unsentOfPromises } from './unsent';
import { t } from './words';

/**
 * On Today: what I promised and what was promised to me, of each the one that is due first; and thanks. Those who lead
 * others find there in a list of its own what they are late with, and thank elsewhere.
 */
export default function TodayPromise({ leads = false }: { leads?: boolean }) {
  const read = useOpenPromises();
  const open = stillOpen(read.value?.items ?? [], unsentOfPromises());
  const today = dayOf();
  const mine = open.find(({ owner, due }) => owner.id === me.value?.id && !(leads && due < today));
  const toMe = open.find(({ to }) => to.id === me.value?.id);
  return (
    <>
      {mine && (
        <section>
          <h2>{t('yourPromise', { name: fullName(mine.to) })}</h2>
          <Rows>
            <Row
              href={`/promises?promise=${mine.id}`}
              title={<span lang={languageOf(mine.words)}>{mine.words}</span>}
              meta={[dueIn(mine.due), t('seen', { words: mine.how_seen })].join(' · ')}
            />
          </Rows>
        </section>
      )}
      {toMe && (
        <section>
          <h2>{t('toYou')}</h2>
          <Rows>
            <PromisedRow promise={toMe} />
          </Rows>
        </section>
      )}
      {!leads && <TeamThanks today />}
    </>
  );
}
