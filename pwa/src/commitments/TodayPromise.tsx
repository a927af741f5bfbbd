import { me } from '../kit/api/session';
import { dayOf, dayInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import { stillOpen } from './promises';
import { useOpenPromises } from './remote';
import { unsentOfPromises } from './unsent';
import { t } from './words';

/** One promise on Today, the one that is due first; where it is seen stands beside it. */
export default function TodayPromise() {
  const read = useOpenPromises();
  const open = stillOpen(read.value?.items ?? [], unsentOfPromises());
  const first = open.find(({ owner }) => owner.id === me.value?.id);
  if (!first) return null;
  const { id, words, due, to, how_seen } = first;
  const day = dayInSentence(due);
  return (
    <section>
      <h2>{t('yourPromise', { name: fullName(to) })}</h2>
      <Rows>
        <Row
          href={`/promises?promise=${id}`}
          title={<span lang={languageOf(words)}>{words}</span>}
          meta={[t(due < dayOf() ? 'wasBy' : 'by', { day }), t('seen', { words: how_seen })].join(
            ' · ',
          )}
        />
      </Rows>
    </section>
  );
}
