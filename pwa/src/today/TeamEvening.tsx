import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { NoAnswer } from '../kit/api/problem';
import { Closed } from '../drills/Closed';
import { isQuiet, useMinute } from '../drills/hours';
import { me } from '../kit/api/session';
import { dayOf, longDay, timeOf } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { meRead } from '../people/me-remote';
import { ReadNote } from '../people/ReadNote';
import { chosenOf, mattersOf } from './team-evening';
import { useTeamEvening, type TeamEvening as Team } from './team-evening-remote';
import { MatterDetail } from './TeamEveningDetails';
import { HelpedList, MatterList } from './TeamEveningLists';
import { useWide } from '../kit/ui/wide';
import { t } from './words-of-team-evening';

/** Where the evening needs somebody: for a manager the team, for a mentor the apprentices. */
export default function TeamEvening() {
  const read = useTeamEvening();
  const { path, query } = useLocation();
  const wide = useWide();
  const at = useMinute();
  useEffect(() => {
    if (!meRead().value) void meRead().reload();
  }, []);
  const team = read.value;
  const isUnread = !team && read.error instanceof NoAnswer;
  const matters = team ? mattersOf(team) : [];
  const chosen = chosenOf(matters, query['open'], { wide });
  const detail = chosen && team && <MatterDetail key={chosen.key} matter={chosen} team={team} />;
  const lists = team && <Lists team={team} base={path} current={wide ? chosen?.key : undefined} />;
  return (
    <Page
      title={t('title')}
      meta={metaOf(team, at)}
      {...(detail && !wide ? { back: path } : { ...wayUp(), refresh: [read] })}
    >
      {!isUnread && <ReadNote of={read} />}
      {isQuiet(at) && <Closed />}
      {isUnread && <NotRead onTryAgain={() => read.reload()} />}
      {!team && !read.error && <Skeleton rows={4} />}
      {wide && detail ? (
        <div class="split">
          {lists}
          {detail}
        </div>
      ) : (
        (detail ?? lists)
      )}
    </Page>
  );
}

/** It is the evening of those who lead; a mentor comes to it from the own one. */
function wayUp() {
  return me.value?.role === 'manager' ? { root: 'evening' as const } : { back: '/evening' };
}

interface ListsProps {
  team: Team;
  /** The address of this screen; a line adds what it opens. */
  base: string;
  current: string | undefined;
}

function Lists({ team, base, current }: ListsProps) {
  const matters = mattersOf(team);
  const list = { base, current };
  return (
    <div class="stack">
      {matters.length === 0 && <Empty title={t('lookedAfter')}>{t('lookedAfterWhy')}</Empty>}
      <MatterList {...list} title={t('waiting')} matters={matters} kind="waiting" />
      <MatterList {...list} title={t('bigOrders')} matters={matters} kind="order" />
      <MatterList {...list} title={t('newcomers')} matters={matters} kind="newcomer" />
      <HelpedList helped={team.helped} />
    </div>
  );
}

function NotRead({ onTryAgain }: { onTryAgain: () => unknown }) {
  return (
    <Empty title={t('notRead')} action={<Button onClick={onTryAgain}>{t('tryAgain')}</Button>}>
      {t('notReadWhy')}
    </Empty>
  );
}

function metaOf(team: Team | undefined, at: Date): string {
  const when = { day: longDay(team?.day ?? dayOf()), now: timeOf(at) };
  if (!team?.team) return t('meta', when);
  return t('metaOfTeam', { team: inMyLanguage(team.team.name), ...when });
}
