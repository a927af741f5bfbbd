/** 结对互访: whom I meet this week; for those who lead, how many were held. */
import { me } from '../kit/api/session';
import { dayOf, longDay, relativeDay, shortDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Card, Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { namesOf, othersOf } from './interviews';
import { readInterviews, useInterviewCounts, useInterviews } from './interviews-remote';
import type { Counts, Interview } from './interviews-wire';
import { t } from './words-of-interviews';

export default function Interviews() {
  return me.value?.role === 'rep' ? <Mine /> : <OfTeams />;
}

function Mine() {
  const read = useInterviews();
  const found = read.value?.items ?? [];
  const next = found.filter(isOpen);
  const earlier = found.filter((one) => !isOpen(one));
  return (
    <Page title={t('title')} meta={t('meta')} back="/me" refresh={[read]}>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {read.value && next.length === 0 && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
      <Part title={t('thisOne')} of={next} />
      <Part title={t('earlier')} of={earlier} />
      <MorePages list={read} read={readInterviews} />
    </Page>
  );
}

/** A week that went by is over for the list, though it can still be opened and held. */
function isOpen({ state, day }: Interview): boolean {
  return state !== 'held' && day >= dayOf();
}

function Part({ title, of }: { title: string; of: readonly Interview[] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Rows label={title}>
        {of.map((one) => (
          <InterviewRow key={one.id} one={one} />
        ))}
      </Rows>
    </section>
  );
}

export function InterviewRow({ one }: { one: Interview }) {
  const open = isOpen(one);
  return (
    <Row
      href={`/interviews/${one.id}`}
      title={t('with', { names: namesOf(othersOf(one, me.value?.id ?? ''), t('and')) })}
      meta={[
        open ? relativeDay(one.day) : longDay(one.day),
        open && t(one.filled_by_me ? 'fillDone' : 'fillFirst'),
      ]
        .filter(Boolean)
        .join(' · ')}
      after={<Tag>{t(one.state)}</Tag>}
    />
  );
}

/** Counts of weeks, and nobody in them. */
function OfTeams() {
  const read = useInterviewCounts();
  return (
    <Page title={t('title')} meta={t('countsWhy')} back="/me" refresh={[read]}>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {read.value?.teams.map((team) => (
        <OfTeam key={team.team_id} team={team} />
      ))}
    </Page>
  );
}

function OfTeam({ team }: { team: Counts['teams'][number] }) {
  return (
    <Card>
      <h2>{inMyLanguage(team.name)}</h2>
      {team.weeks.length === 0 ? (
        <p class="meta">{t('noCounts')}</p>
      ) : (
        <table>
          <caption class="hide">{t('counts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('week')}</th>
              {(['laid', 'heldCount', 'notHeld'] as const).map((word) => (
                <th key={word} scope="col" class="num">
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {team.weeks.map(({ week, laid, held, not_held }) => (
              <tr key={week}>
                <th scope="row">{shortDay(week)}</th>
                <td class="num">{laid}</td>
                <td class="num">{held}</td>
                <td class="num">{not_held}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
