import { useLocation } from 'preact-iso';
import { WhatWeAgreed } from '../commitments/WhatWeAgreed';
import { NoAnswer } from '../kit/api/problem';
import { dayInSentence, dayOf, longDay, relativeDay, timeOf } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { useWide } from '../kit/ui/wide';
import { Banner } from '../reminders/late-banner';
import { ReadNote } from '../people/ReadNote';
import { OfTheTeam } from '../shares/OfTheTeam';
import { useAgain } from '../help-requests/use-again';
import { late } from '../late';
import { VisitDetail } from './GlanceDetails';
import { HelpList, VisitList } from './GlanceParts';
import { byNeed, chosenOf, type Chosen } from './team-day';
import { useTeamToday, type TeamToday } from './team-remote';
import Waiting from './Waiting';
import { t } from './words-of-glance';

const TodayPromise = late(
  () => import('../commitments/TodayPromise'),
  () => null,
);
const HelpBeside = late(
  () => import('../help-requests/HelpBeside'),
  () => <Skeleton />,
);

/** Who wants help, and what of tomorrow is prepared. Nobody is counted, nobody compared. */
export default function Glance() {
  const read = useTeamToday();
  const { path, query } = useLocation();
  const wide = useWide();
  const team = read.value;
  const isUnread = !team && read.error instanceof NoAnswer;
  useAgain(() => read.reload(), true);
  const chosen = team ? chosenOf(team, query, wide) : null;
  const detail = chosen && (
    <>{'help' in chosen ? <HelpBeside id={chosen.help} /> : <VisitDetail visit={chosen.visit} />}</>
  );
  return (
    <Page
      title={t('title')}
      meta={metaOf(team)}
      {...(detail && !wide ? { back: path } : { ...wayUp(path), refresh: [read] })}
    >
      {!isUnread && <ReadNote of={read} />}
      {path === '/' && (wide || !detail) && <Banner />}
      {isUnread && <NotRead onTryAgain={() => read.reload()} />}
      {!team && !read.error && <Skeleton rows={4} />}
      {team && wide && detail && (
        <div class="split">
          <Lists team={team} base={path} current={chosen} />
          {detail}
        </div>
      )}
      {team && !wide && detail}
      {team && !detail && <Lists team={team} base={path} current={null} />}
    </Page>
  );
}

/** It is Today for those who lead; a mentor comes to it from the own day. */
function wayUp(path: string) {
  return path === '/' ? { root: 'today' as const } : { back: '/' };
}

interface ListsProps {
  team: TeamToday;
  /** The address of this screen; a line adds what it opens. */
  base: string;
  current: Chosen | null;
}

/** What helps now, what I promised, what was promised to me; then the day to come. */
function Lists({ team, base, current }: ListsProps) {
  const { big, notReady, ready } = byNeed(team.visits_tomorrow);
  const day = relativeDay(team.tomorrow);
  const help = current && 'help' in current ? current.help : undefined;
  const visit = current && 'visit' in current ? current.visit.visit_id : undefined;
  return (
    <div class="stack">
      <HelpList help={team.wants_help} base={base} current={help} />
      {base === '/' && <Waiting />}
      {base === '/' && <TodayPromise leads />}
      <VisitList title={t('bigOrdersOn', { day })} visits={big} base={base} current={visit} />
      <VisitList title={t('needsLookOn', { day })} visits={notReady} base={base} current={visit} />
      <VisitList title={t('readyOn', { day })} visits={ready} base={base} current={visit} />
      {team.visits_tomorrow.length === 0 && (
        <p class="meta">{t('noneTomorrow', { day: dayInSentence(team.tomorrow) })}</p>
      )}
      <WhatWeAgreed />
      <OfTheTeam />
      {base !== '/' && <ToEvening />}
    </div>
  );
}

/** A mentor has no bar that leads there: the evening in the bar is the own one. */
function ToEvening() {
  return (
    <Rows>
      <Row href="/evening/team" title={t('toEvening')} meta={t('toEveningWhy')} />
    </Rows>
  );
}

function NotRead({ onTryAgain }: { onTryAgain: () => unknown }) {
  return (
    <Empty title={t('notRead')} action={<Button onClick={onTryAgain}>{t('tryAgain')}</Button>}>
      {t('notReadWhy')}
    </Empty>
  );
}

function metaOf(team: TeamToday | undefined): string {
  const when = { day: longDay(team?.day ?? dayOf()), now: timeOf(new Date()) };
  if (!team?.team) return t('meta', when);
  return t('metaOfTeam', { team: inMyLanguage(team.team.name), ...when });
}
