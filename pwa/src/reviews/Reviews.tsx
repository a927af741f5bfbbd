/** Reviews: to come and to prepare, held, and skipped with a reason. */
import { useRoute } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { me } from '../kit/api/session';
import { DOT } from '../kit/ui/dots';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { tray } from '../kit/ui/icons';
import { useInSight } from '../kit/ui/in-sight';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { Half } from '../kit/ui/wide';
import { pending } from '../kit/outbox';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { reviewLane } from './at-hand';
import { CountsTable } from './CountsTable';
import { reasonOf, stateOf, titleOf, whenOf } from './in-words';
import { readReviews, useReviews, type Which } from './remote';
import { t } from './words';
import { t as tr } from './words-of-review';
import type { ReviewCard } from './wire';

const A_WEEK = 7;

export default function Reviews() {
  const open = useReviews('open');
  const closed = useReviews('closed');
  const hosts = isHosting();
  const isBeside = useContext(Half) === 'list';
  const chosen = useRoute().params['id'];
  useInSight(chosen, open.value !== undefined && closed.value !== undefined);
  return (
    <Page title={t('title')} meta={t('meta')} root="reviews" refresh={[open, closed]}>
      <List which="open" title={t('coming')} chosen={chosen}>
        <Empty title={t('none')}>{t(hosts ? 'noneHost' : 'noneRep')}</Empty>
      </List>
      {hosts && (
        <Rows>
          <Row
            href="/reviews/series"
            current={chosen === 'series'}
            title={t('series')}
            meta={t('seriesWhy')}
          />
        </Rows>
      )}
      {hosts && !isBeside && <CountsTable />}
      <List which="closed" title={t('before')} chosen={chosen}>
        <p class="meta">{t('noneBefore')}</p>
      </List>
    </Page>
  );
}

/** Beside the list, before one is chosen. */
export function Unchosen() {
  return (
    <Page title={t('which')} root="reviews">
      <Empty title={t('whichWhy')} />
      {isHosting() && <CountsTable />}
    </Page>
  );
}

/** Whoever plans reviews, and reads what was planned and held. */
function isHosting(): boolean {
  const role = me.value?.role;
  return role === 'manager' || role === 'regional_manager';
}

interface ListProps {
  which: Which;
  title: string;
  chosen: string | undefined;
  children: ComponentChildren;
}

function List({ which, title, chosen, children }: ListProps) {
  const read = useReviews(which);
  const items = read.value?.items ?? [];
  return (
    <section>
      <h2>{title}</h2>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {items.length > 0 && (
        <Rows label={title}>
          {items.map((one) => (
            <Line key={one.id} review={one} current={one.id === chosen} />
          ))}
        </Rows>
      )}
      {read.value && items.length === 0 && children}
      <MorePages list={read} read={(cursor) => readReviews(which, cursor)} />
    </section>
  );
}

function Line({ review, current }: { review: ReviewCard; current: boolean }) {
  const waits = pending(reviewLane(review.id)).length > 0;
  const { words, ...tone } = review.awaits_you
    ? { words: t('yourTap'), tone: 'wait' as const }
    : stateOf(review);
  return (
    <Row
      href={`/reviews/${review.id}`}
      current={current}
      title={titleOf(review)}
      meta={[whenOf(review), reasonOf(review), toPrepare(review)].filter(Boolean).join(DOT)}
      after={waits ? <Tag icon={tray}>{tr('waits')}</Tag> : <Tag {...tone}>{words}</Tag>}
    />
  );
}

/** Of whoever has a part to write, a week ahead: not of a mentor, and not of the team. */
function toPrepare({ state, prepared, host, person, day }: ReviewCard): string | null {
  const mine = [host.id, person?.id].includes(me.value?.id);
  const isNear = day <= daysAfter(dayOf(), A_WEEK);
  if (!mine || !isNear || (state !== 'scheduled' && state !== 'pre_read')) return null;
  return t(prepared ? 'prepared' : 'toPrepare');
}
