/** What an organisation decides for itself, at one look; for an admin it is the first screen. */
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { relativeDay } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { Icon } from '../kit/ui/Icon';
import { bell, check, coin, date, evening, goal, leaf, person, reply, team } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { t as tb } from '../reminders/words-of-robots';
import { t as ta } from '../training/words-of-anchors';
import { t as tc } from '../training/words-of-camp';
import { t as tr } from '../visits/words-of-rules';
import { NeedsLook } from './NeedsLook';
import { useOrganisation, useOrganisationToday } from './remote';
import { weekInWords } from './week';
import type { Organisation as Company, OrganisationToday } from './wire';
import { t } from './words';

export default function Organisation() {
  const today = useOrganisationToday();
  const company = useOrganisation();
  const { path } = useLocation();
  const isRead = today.value && company.value;
  return (
    <Page
      title={t('title')}
      meta={company.value?.name}
      refresh={[today, company]}
      {...(path === '/' ? { root: 'today' } : { back: '/me' })}
    >
      <ReadNote of={today.error ? today : company} />
      {!isRead && !today.error && !company.error && <Skeleton rows={6} />}
      {today.value && <NeedsLook of={today.value.needs_look} teams={today.value.teams} />}
      {today.value && company.value && <Decided today={today.value} company={company.value} />}
    </Page>
  );
}

interface DecidedProps {
  today: OrganisationToday;
  company: Company;
}

/** Each row says what holds now. */
function Decided({ today, company }: DecidedProps) {
  const isAdmin = me.value?.role === 'admin';
  const { teams, regions, mentor_pairs, products, objection_types, requires } = today;
  const evenings = { opens: company.evening_opens, closes: company.evening_closes };
  return (
    <Rows label={t('title')}>
      <Place
        to="/people"
        icon={person}
        name={t('people')}
        now={t('peopleNow', { n: today.people })}
      />
      <Place
        to="/organisation/teams"
        icon={goal}
        name={t('teams')}
        now={`${t('teamsNow', { n: teams })} · ${t('regionsNow', { n: regions })}`}
      />
      <Place
        to="/organisation/mentors"
        icon={team}
        name={t('mentors')}
        now={mentor_pairs ? t('mentorsNow', { n: mentor_pairs }) : t('noPairs')}
      />
      <Place
        to="/organisation/settings"
        icon={evening}
        name={t('settings')}
        now={t('settingsNow', { ...evenings, quiet: company.quiet_until })}
      />
      <Place
        to="/organisation/calendar"
        icon={date}
        name={t('calendar')}
        now={[weekInWords(company.week), nextDay(today)].filter(Boolean).join(' · ')}
      />
      <Place
        to="/organisation/rules"
        icon={check}
        name={t('rule')}
        now={requires.map((one) => tr(`${one}_short`)).join(' · ')}
      />
      <Place
        to="/organisation/products"
        icon={coin}
        name={t('products')}
        now={products ? t('productsNow', { n: products }) : t('noProducts')}
      />
      {isAdmin && (
        <Place to="/organisation/camp" icon={leaf} name={tc('template')} now={tc('campsWhy')} />
      )}
      {isAdmin && (
        <Place
          to="/organisation/marks"
          icon={check}
          name={ta('template')}
          now={ta('templateWhy')}
        />
      )}
      {isAdmin && (
        <Place to="/organisation/robots" icon={bell} name={tb('title')} now={tb('rowWhy')} />
      )}
      <Place
        to="/playbook"
        icon={reply}
        name={t('playbook')}
        now={t('playbookNow', { n: objection_types })}
      />
    </Rows>
  );
}

function nextDay({ next_day }: OrganisationToday): string {
  if (!next_day) return '';
  const said = { day: relativeDay(next_day.day), name: next_day.name ?? '' };
  return t(next_day.working ? 'nextWorked' : 'nextFree', said);
}

interface PlaceProps {
  to: string;
  icon: string;
  name: string;
  now: string;
}

function Place({ to, icon, name, now }: PlaceProps) {
  return <Row href={to} before={<Icon of={icon} />} title={name} meta={now} />;
}
