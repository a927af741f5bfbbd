/** 每周固定的培训: what runs each week, who gives it, and the next four dates; a skipped one stands with its reason. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayInSentence, longDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card, Row, Rows } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { late } from '../late';
import { rhythmOf } from '../organisation/Hours';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { readSeries, useSeries } from './plan-remote';
import type { Series as OneSeries, SeriesDate } from './wire';
import { t as tw } from './words';
import { t } from './words-of-series';

const Sheets = late(
  () => import('./SeriesSheets'),
  () => null,
);

export type Open = { what: 'new' } | { what: 'change' | 'end'; series: OneSeries };

export default function Series() {
  const read = useSeries();
  const [open, setOpen] = useState<Open | null>(null);
  const items = read.value?.items ?? [];
  const running = items.filter(({ ends_on }) => ends_on === null);
  const ended = items.filter(({ ends_on }) => ends_on !== null);
  const role = me.value?.role;
  const begins = role === 'trainer' || role === 'manager';
  return (
    <Page
      title={tw('series')}
      meta={tw('seriesWhy')}
      back="/training"
      refresh={[read]}
      dock={
        begins && (
          <Button look="main" icon={plus} onClick={() => setOpen({ what: 'new' })}>
            {t('begin')}
          </Button>
        )
      }
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {read.value && running.length === 0 && (
        <Empty title={t('none')}>{t(begins ? 'noneWhy' : 'noneWait')}</Empty>
      )}
      {running.map((one) => (
        <Running key={one.id} series={one} onOpen={setOpen} />
      ))}
      {read.value && (
        <Rows>
          <Row href="/training/plans" title={tw('plans')} meta={tw('plansWhy')} />
        </Rows>
      )}
      {ended.length > 0 && <Ended of={ended} onOpen={setOpen} />}
      <MorePages list={read} read={readSeries} />
      {open && <Sheets open={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

interface OneProps {
  series: OneSeries;
  onOpen: (open: Open) => unknown;
}

function Running({ series, onOpen }: OneProps) {
  const name = nameOf(series);
  return (
    <Card as="article">
      <h2>{name}</h2>
      <p class="meta">{aboutOf(series)}</p>
      <Dates of={series} label={t('dates', { name })} />
      {mayChange(series) && (
        <div class="row wrap">
          <Button onClick={() => onOpen({ what: 'change', series })}>{t('change')}</Button>
          <Button look="quiet" onClick={() => onOpen({ what: 'end', series })}>
            {t('end')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Dates({ of: { coming }, label }: { of: OneSeries; label: string }) {
  if (coming.length === 0) return <p class="meta">{t('noDates')}</p>;
  return (
    <Rows label={label}>
      {coming.map((date) => (
        <Row
          key={date.day}
          {...(date.session_id && { href: `/training/${date.session_id}` })}
          title={longDay(date.day)}
          meta={date.skip_reason ? skippedOf(date) : (date.topic ?? t('open'))}
          after={<Tag>{t(stateOf(date))}</Tag>}
        />
      ))}
    </Rows>
  );
}

/** Those that have an end: with its reason, and until then with their dates. */
function Ended({ of, onOpen }: { of: readonly OneSeries[]; onOpen: OneProps['onOpen'] }) {
  return (
    <section class="stack">
      <h2>{t('ended')}</h2>
      {of.map((one) => (
        <Card key={one.id} as="article">
          <h3>{nameOf(one)}</h3>
          <p class="meta">{[aboutOf(one), endOf(one)].join(DOT)}</p>
          {one.coming.length > 0 && <Dates of={one} label={t('dates', { name: nameOf(one) })} />}
          {one.coming.length > 0 && mayChange(one) && (
            <Button onClick={() => onOpen({ what: 'end', series: one })}>{t('otherEnd')}</Button>
          )}
        </Card>
      ))}
    </section>
  );
}

/** "Gull · Professional": whose it is, and of which track. */
export function nameOf({ team, track }: Pick<OneSeries, 'team' | 'track'>): string {
  return team ? [inMyLanguage(team.name), t(track)].join(DOT) : t('management');
}

function aboutOf(series: OneSeries): string {
  const by = t('givenBy', { name: fullName(series.trainer) });
  return [rhythmOf(series), t('lasting', { n: series.minutes }), by].join(DOT);
}

function endOf({ ends_on, end_reason }: OneSeries): string {
  return t('endsOn', { day: ends_on ? dayInSentence(ends_on) : '', reason: end_reason ?? '' });
}

function skippedOf({ skip_reason, made_up_by: other }: SeriesDate): string {
  return tw('because', { reason: skip_reason ?? '', day: other ? dayInSentence(other.day) : '' });
}

function stateOf({ skip_reason, announced, session_id }: SeriesDate) {
  if (skip_reason) return 'skipped';
  if (announced) return 'announced';
  return session_id ? 'planned' : 'ahead';
}

/** The trainer any, a manager those of the own team. */
function mayChange({ team }: OneSeries): boolean {
  const { role, team_id } = me.value ?? {};
  return role === 'trainer' || (role === 'manager' && team !== null && team.id === team_id);
}
