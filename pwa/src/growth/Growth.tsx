/** 成长档案: what one person learned and gave, twelve weeks at a time. Facts with their n; no score, nobody beside them. */
import { useLocation, useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { shortDay } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { eye } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { t as tg } from '../people/words-of-growth';
import { TakeAlong } from '../people/TakeAlong';
import { Answers } from './Answers';
import { CountsCard } from './CountsCard';
import { Rungs } from './Rungs';
import { useGrowth } from './remote';
import { isEmpty } from './trend';
import { TrendCard } from './TrendCard';
import type { Growth as GrowthRead } from './wire';
import { t } from './words';

export default function Growth() {
  const { params } = useRoute();
  const { path, query } = useLocation();
  const id = params.id && params.id !== me.value?.id ? params.id : null;
  const read = useGrowth(id, query.to ?? null);
  const file = read.value;
  return (
    <Page
      title={file && id ? t('titleOf', { name: callName(file.person) }) : tg('title')}
      meta={file ? daysOf(file) : tg('meta')}
      back={backOf(id)}
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!file && !read.error && <Skeleton rows={6} />}
      {file && (
        <>
          <Note icon={eye}>
            {id ? t('listed', { name: callName(file.person) }) : t('mineFirst')}
          </Note>
          {isEmpty(file) ? <Nothing isMine={!id} /> : <File file={file} isMine={!id} />}
          <Turn file={file} path={path} isNow={!query.to} />
        </>
      )}
      {!id && <TakeAlong />}
    </Page>
  );
}

/** A mentor came from the ladder, a manager from the person's page. */
function backOf(id: string | null): string {
  if (id === null) return '/me';
  return me.value?.role === 'manager' ? `/people/${id}` : `/people/${id}/ladder`;
}

function daysOf({ weeks, until }: GrowthRead): string {
  return t('weeks', { from: shortDay(weeks[0] ?? until), to: shortDay(until) });
}

function File({ file, isMine }: { file: GrowthRead; isMine: boolean }) {
  return (
    <>
      <TrendCard key={file.until} file={file} />
      <Rungs of={file.rungs} ladder={isMine ? '/me/ladder' : `/people/${file.person.id}/ladder`} />
      <Answers of={file.answers} />
      <CountsCard file={file} isMine={isMine} />
    </>
  );
}

function Nothing({ isMine }: { isMine: boolean }) {
  const action = isMine && <LinkButton href="/evening">{t('toEvening')}</LinkButton>;
  return (
    <Empty title={t('empty')} action={action}>
      {t('emptyWhy')}
    </Empty>
  );
}

/** To the pages before, and back to today. */
function Turn({ file, path, isNow }: { file: GrowthRead; path: string; isNow: boolean }) {
  if (isNow && !file.earlier) return null;
  return (
    <div class="row">
      {file.earlier && <LinkButton href={`${path}?to=${file.earlier}`}>{t('earlier')}</LinkButton>}
      {!isNow && (
        <LinkButton look="quiet" href={path}>
          {t('now')}
        </LinkButton>
      )}
    </div>
  );
}
