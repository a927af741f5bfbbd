/** 晚分享: what was told today, one after the other, for a tablet or a TV that the team looks at together. */
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { dayOf, longDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { useWide } from '../kit/ui/wide';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { readShares, useShare, useSharesOf } from './remote';
import { Whole } from './Share';
import { ofDeal } from './ShareCard';
import { TapDock } from './ShareParts';
import type { Share } from './wire';
import { t as tk } from './words-of-kinds';
import { t } from './words-of-tonight';

export const PLACE = '/shares/tonight';

export default function Tonight() {
  const day = dayOf();
  const read = useSharesOf(day);
  const { query } = useLocation();
  const wide = useWide();
  const told = read.value?.items ?? [];
  const chosen = told.find(({ id }) => id === query['share']) ?? told[0];
  const sells = me.value?.role === 'rep';
  return (
    <Page
      title={t('title')}
      meta={longDay(day)}
      back={sells ? '/evening' : '/team'}
      refresh={[read]}
      dock={
        sells && (
          <LinkButton look="main" href="/shares?new">
            {t('tell')}
          </LinkButton>
        )
      }
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={4} />}
      {read.value && told.length === 0 && (
        <Empty title={t('empty')} action={<LinkButton href="/shares">{t('before')}</LinkButton>}>
          {t('emptyWhy')}
        </Empty>
      )}
      {told.length > 0 && (
        <div class={wide ? 'split' : undefined}>
          <div class="stack">
            <Rows label={t('title')}>
              {told.map((one) => (
                <Line key={one.id} share={one} wide={wide} current={wide && one === chosen} />
              ))}
            </Rows>
            <MorePages list={read} read={(cursor) => readShares(null, cursor, day)} />
            <Rows>
              <Row href="/interviews" title={t('interviews')} meta={t('interviewsWhy')} />
            </Rows>
          </div>
          {wide && chosen && <Told key={chosen.id} id={chosen.id} />}
        </div>
      )}
    </Page>
  );
}

interface LineProps {
  share: Share;
  wide: boolean;
  current: boolean;
}

function Line({ share, wide, current }: LineProps) {
  const { id, author, kind, words } = share;
  const name = fullName(author);
  return (
    <Row
      href={wide ? `${PLACE}?share=${id}` : `/shares/${id}`}
      current={current}
      before={<Ava name={name} />}
      title={words || ofDeal(share.deal) || tk(kind)}
      meta={`${name}${DOT}${tk(kind)}`}
    />
  );
}

/** In large letters, with thanks in reach. */
function Told({ id }: { id: string }) {
  const share = useShare(id).value;
  if (!share) return <Skeleton rows={4} />;
  return (
    <article class="stack glance">
      <h2 class="big">{(share.kind !== 'tip' && share.words) || tk(share.kind)}</h2>
      <Whole share={share} />
      {share.author.id !== me.value?.id && <TapDock share={share} />}
    </article>
  );
}
