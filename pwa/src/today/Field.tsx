import { dayOf, longDay, shortDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { late } from '../late';
import { OfTheTeam } from '../shares/OfTheTeam';
import { ReadNote } from '../people/ReadNote';
import { Banner } from '../reminders/late-banner';
import { useFieldToday, type Newcomer } from './field-remote';
import { HeardTable } from './HeardTable';
import { t as tt } from '../training/words';
import { t } from './words-of-field';

const HelpAsked = late(
  () => import('../help-requests/HelpAsked'),
  () => null,
);

/** The trainer's home: what to practise next, told by the clients, and who has just come. */
export default function Field() {
  const read = useFieldToday();
  const field = read.value;
  return (
    <Page title={t('title')} meta={longDay(field?.day ?? dayOf())} root="today" refresh={[read]}>
      <ReadNote of={read} />
      <Banner />
      {!field && !read.error && <Skeleton rows={4} />}
      <HelpAsked />
      <TrainingRows />
      {field && (
        <div class="stack split half">
          <HeardTable heard={field.heard} days={field.heard_days} />
          <Newcomers of={field.newcomers} />
        </div>
      )}
      <OfTheTeam />
    </Page>
  );
}

function TrainingRows() {
  return (
    <Rows>
      <Row href="/training" title={tt('title')} meta={tt('meta')} />
      <Row href="/training/topics" title={tt('topics')} meta={tt('topicsWhy')} />
    </Rows>
  );
}

/** In the order of joining; nothing is counted about them. */
function Newcomers({ of }: { of: readonly Newcomer[] }) {
  return (
    <section>
      <h2>{t('newcomers')}</h2>
      {of.length === 0 && <p class="meta">{t('nobodyNew')}</p>}
      {of.length > 0 && (
        <Rows label={t('newcomers')}>
          {of.map(({ person, team, joined_on, mentor }) => (
            <Row
              key={person.id}
              before={<Ava name={fullName(person)} />}
              title={fullName(person)}
              meta={[
                team && inMyLanguage(team.name),
                t('since', { day: shortDay(joined_on) }),
                mentor && t('mentor', { name: fullName(mentor) }),
              ]
                .filter(Boolean)
                .join(' · ')}
              after={!mentor && <Tag>{t('noMentor')}</Tag>}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}
