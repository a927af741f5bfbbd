/** Who learns from whom: everybody may read it; admins and the apprentice's manager decide it. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { refresh } from '../kit/cache';
import { dayOf, shortDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava, Pair } from '../kit/ui/Ava';
import { Button, LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { MorePages } from './MorePages';
import { EndPair, NewPair } from './PairSheets';
import { ReadNote } from './ReadNote';
import { looksAfterPeople } from './care';
import { useMe } from './me-remote';
import { PAIRS, readPairs, usePairs } from './remote';
import type { Me, MentorPair } from './wire';
import { t } from './words-of-mentors';

export default function Mentors() {
  const pairs = usePairs(false);
  const mine = useMe().value;
  const [showsOver, setShowsOver] = useState(false);
  const { path } = useLocation();
  const mayPair = mine !== undefined && looksAfterPeople(mine);
  const items = pairs.value?.items ?? [];
  const add = (
    <LinkButton look="main" icon={plus} href={`${path}?new`}>
      {t('add')}
    </LinkButton>
  );
  return (
    <Page
      title={t('title')}
      meta={t('about')}
      back="/organisation"
      refresh={[pairs]}
      dock={mayPair && items.length > 0 && add}
    >
      <ReadNote of={pairs} />
      {!pairs.value && !pairs.error && <Skeleton rows={4} />}
      {items.length > 0 && (
        <section>
          <h2>{t('now')}</h2>
          <PairRows pairs={items} mayEnd={mayPair} />
        </section>
      )}
      {pairs.value && items.length === 0 && (
        <Empty title={t('none')} action={mayPair && add}>
          {t('noneWhy')}
        </Empty>
      )}
      <MorePages list={pairs} read={(cursor) => readPairs(false, cursor)} />
      {showsOver ? (
        <Over />
      ) : (
        pairs.value && <Button onClick={() => setShowsOver(true)}>{t('earlier')}</Button>
      )}
      {mine && mayPair && pairs.value && <Sheets mine={mine} pairs={items} />}
    </Page>
  );
}

/** What the address opens: `?new`, `?for=` a newcomer, `?pair=` to end. */
function Sheets({ mine, pairs }: { mine: Me; pairs: readonly MentorPair[] }) {
  const { path, query, route } = useLocation();
  const close = () => route(path, true);
  const changed = () => {
    close();
    void refresh(PAIRS);
  };
  const opened = pairs.find(({ id }) => id === query['pair']);
  if (opened) return <EndPair pair={opened} onClose={close} onSaved={changed} />;
  if (!('new' in query) && !query['for']) return null;
  const wished = query['for'] ?? null;
  return <NewPair mine={mine} pairs={pairs} wished={wished} onClose={close} onSaved={changed} />;
}

function Over() {
  const pairs = usePairs(true);
  const items = pairs.value?.items ?? [];
  return (
    <section>
      <h2>{t('over')}</h2>
      <ReadNote of={pairs} />
      {!pairs.value && !pairs.error && <Skeleton />}
      {items.length > 0 && <PairRows pairs={items} mayEnd={false} />}
      {pairs.value && items.length === 0 && <p class="meta">{t('noneOver')}</p>}
      <MorePages list={pairs} read={(cursor) => readPairs(true, cursor)} />
    </section>
  );
}

function PairRows({ pairs, mayEnd }: { pairs: readonly MentorPair[]; mayEnd: boolean }) {
  return (
    <Rows label={t('title')}>
      {pairs.map((pair) => {
        const [apprentice, mentor] = [fullName(pair.apprentice), fullName(pair.mentor)];
        return (
          <Row
            key={pair.id}
            {...(mayEnd && { href: `/organisation/mentors?pair=${pair.id}` })}
            before={
              <Pair>
                <Ava name={apprentice} />
                <Ava name={mentor} />
              </Pair>
            }
            title={t('pair', { apprentice, mentor })}
            meta={when(pair)}
          />
        );
      })}
    </Rows>
  );
}

function when({ starts_on, ends_on }: MentorPair): string {
  const day = shortDay(starts_on);
  if (ends_on && ends_on < dayOf()) return t('span', { day, last: shortDay(ends_on) });
  if (ends_on) return t('until', { day, last: shortDay(ends_on) });
  return t(starts_on > dayOf() ? 'from' : 'since', { day });
}
