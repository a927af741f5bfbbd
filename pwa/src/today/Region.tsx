import { WhatWeAgreed } from '../commitments/WhatWeAgreed';
import { late } from '../late';
import { useLocation } from 'preact-iso';
import { dayOf, longDay, relativeDay, timeOf } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { help } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { useWide } from '../kit/ui/wide';
import { ReadNote } from '../people/ReadNote';
import { Banner } from '../reminders/late-banner';
import { useRegionToday, type RegionToday, type TeamOfRegion } from './field-remote';
import { TeamCounts } from './TeamCounts';
import { t } from './words-of-region';

const Nothing = () => null;
const Waiting = late(() => import('./Waiting'), Nothing);
const HelpAsked = late(() => import('../help-requests/HelpAsked'), Nothing);
const TodayPromise = late(() => import('../commitments/TodayPromise'), Nothing);

/** The regional manager's home: each team in counts, never a person, and its manager to talk to. */
export default function Region() {
  const read = useRegionToday();
  const { query } = useLocation();
  const wide = useWide();
  const region = read.value;
  const teams = region?.teams ?? [];
  const asked = teams.find(({ id }) => id === query['team']);
  const chosen = asked ?? (wide ? teams[0] : undefined);
  const detail = region && chosen && <TeamCounts key={chosen.id} team={chosen} of={region} />;
  return (
    <Page
      title={t('title')}
      meta={metaOf(region)}
      {...(detail && !wide ? { back: '/' } : { root: 'today', refresh: [read] })}
    >
      <ReadNote of={read} />
      {(wide || !detail) && <Banner />}
      {!region && !read.error && <Skeleton rows={3} />}
      {region && teams.length === 0 && <Empty title={t('noTeams')}>{t('noTeamsWhy')}</Empty>}
      {detail && wide && (
        <div class="split">
          <div class="stack">
            <Teams of={region} current={chosen} />
            <Own />
          </div>
          {detail}
        </div>
      )}
      {!wide && (detail ?? (region && <Teams of={region} current={undefined} />))}
      {!detail && <Own />}
    </Page>
  );
}

/** What the regional manager owes and was promised: those who lead others stand on a ledger as well. */
function Own() {
  return (
    <>
      <HelpAsked />
      <Waiting />
      <TodayPromise leads />
      <WhatWeAgreed />
    </>
  );
}

interface TeamsProps {
  of: RegionToday;
  current: TeamOfRegion | undefined;
}

/** By name, as the server tells them: no number puts a team above another. */
function Teams({ of, current }: TeamsProps) {
  if (of.teams.length === 0) return null;
  return (
    <Rows label={t('teams')}>
      {of.teams.map((team) => (
        <Row
          key={team.id}
          href={`/?team=${team.id}`}
          current={team === current}
          before={team.manager && <Ava name={fullName(team.manager)} />}
          title={inMyLanguage(team.name)}
          meta={metaOfTeam(team, of.tomorrow)}
          after={
            team.help_waiting > 0 && <Tag icon={help}>{t('waits', { n: team.help_waiting })}</Tag>
          }
        />
      ))}
    </Rows>
  );
}

/** "He Jing · Tomorrow: 26 visits, 2 big orders" */
function metaOfTeam({ manager, planned }: TeamOfRegion, tomorrow: string): string {
  const { visits, big_orders } = planned;
  const ahead = [
    visits !== null && t('visits', { n: visits }),
    big_orders && t('bigOrders', { n: big_orders }),
  ].filter(Boolean);
  const what = ahead.join(t('comma'));
  return [
    manager ? fullName(manager) : t('noManager'),
    what && t('ahead', { day: relativeDay(tomorrow), what }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function metaOf(region: RegionToday | undefined): string {
  const when = { day: longDay(region?.day ?? dayOf()), now: timeOf(new Date()) };
  if (!region?.region) return t('meta', when);
  return t('metaOfRegion', { region: inMyLanguage(region.region.name), ...when });
}
