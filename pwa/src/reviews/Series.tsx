/** The fixed hours: series of reviews that a manager hosts, and whoever sits in them reads. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { DOT } from '../kit/ui/dots';
import { dayInSentence } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { rhythmOf } from '../organisation/Hours';
import { longWeekdayName, WEEKDAYS } from '../organisation/week';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { readSeries, useSeries } from './remote';
import { ChangeSeries, EndSeries, NewSeries } from './SeriesSheets';
import type { Series as OneSeries } from './wire';
import { t } from './words-of-series';

type Open = { what: 'new' } | { what: 'change' | 'end'; series: OneSeries } | null;

export default function Series() {
  const read = useSeries();
  const [open, setOpen] = useState<Open>(null);
  const items = read.value?.items ?? [];
  const close = () => setOpen(null);
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back="/reviews"
      refresh={[read]}
      dock={
        <Button look="main" icon={plus} onClick={() => setOpen({ what: 'new' })}>
          {t('add')}
        </Button>
      }
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {read.value && items.length === 0 && <Empty title={t('none')}>{t('noneWhy')}</Empty>}
      {throughTheWeek(items).map(({ title, of }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          {of.map((one) => (
            <SeriesCard key={one.id} series={one} onOpen={setOpen} />
          ))}
        </section>
      ))}
      <MorePages list={read} read={readSeries} />
      {open?.what === 'new' && <NewSeries onClose={close} />}
      {open?.what === 'change' && <ChangeSeries series={open.series} onClose={close} />}
      {open?.what === 'end' && <EndSeries series={open.series} onClose={close} />}
    </Page>
  );
}

/** By weekday, each day by its hours and names; what has ended stands last. */
function throughTheWeek(items: readonly OneSeries[]): { title: string; of: OneSeries[] }[] {
  const running = items.filter((one) => one.ends_on === null).sort(byHour);
  const days = WEEKDAYS.map((day) => ({
    title: longWeekdayName(day),
    of: running.filter(({ weekday }) => weekday === day),
  }));
  const ended = { title: t('over'), of: items.filter((one) => one.ends_on !== null) };
  return [...days, ended].filter(({ of }) => of.length > 0);
}

function byHour(one: OneSeries, other: OneSeries): number {
  return (
    one.starts.localeCompare(other.starts) ||
    one.kind.localeCompare(other.kind) ||
    whoOf(one).localeCompare(whoOf(other), lang.value)
  );
}

/** The other one, from where I stand. */
function whoOf({ person, team, host }: OneSeries): string {
  if (team) return inMyLanguage(team.name);
  return fullName(person && person.id !== me.value?.id ? person : host);
}

function SeriesCard({ series, onOpen }: { series: OneSeries; onOpen: (open: Open) => unknown }) {
  const { kind, host } = series;
  const who = whoOf(series);
  const isMine = host.id === me.value?.id && series.ends_on === null;
  return (
    <Card as="article">
      <h3>{t('of', { kind: t(kind), who })}</h3>
      <p class="meta">{[howOften(series), stateOf(series)].filter(Boolean).join(DOT)}</p>
      {isMine && (
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

function howOften({ kind, ...hour }: OneSeries): string {
  const { weekday, starts } = hour;
  if (kind !== 'month') return rhythmOf(hour);
  return t('everyMonth', { weekday: longWeekdayName(weekday), starts });
}

function stateOf({ ends_on: end, end_reason: reason, next_on: next }: OneSeries): string | null {
  if (end) return t('ended', { day: dayInSentence(end), reason: reason ?? '' });
  return next && t('next', { day: dayInSentence(next) });
}
