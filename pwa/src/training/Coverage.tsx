/** 产品和技能: what one has had and can ask for; for those who plan, what a team has not had yet. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { me } from '../kit/api/session';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { Select } from '../kit/ui/Field';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { useTeams } from '../people/remote';
import { useCoverage, useTeamCoverage } from './camp-remote';
import { useRunningPlan } from './plan-remote';
import PutIntoPlan, { subjectId } from './PutIntoPlan';
import type { NotYet, Subject } from './wire';
import { t } from './words-of-coverage';

export default function Coverage() {
  const { query } = useLocation();
  const mine = me.value;
  if (!mine) return null;
  if (query.person) return <OfPerson id={query.person} />;
  if (mine.role === 'trainer') return <AnyTeam first={query.team ?? ''} />;
  const leads = mine.role === 'manager' && mine.team_id;
  return leads ? <OwnTeam id={leads} /> : <OfPerson id={mine.id} />;
}

function OfPerson({ id }: { id: string }) {
  const read = useCoverage(id);
  const mine = id === me.value?.id;
  const { person, products = [], skills = [] } = read.value ?? {};
  return (
    <Page
      title={mine || !person ? t('title') : fullName(person)}
      meta={mine ? t('mine') : t('title')}
      back="/training"
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={6} />}
      {read.value && (
        <div class="stack split half">
          <Had title={t('products')} of={products} none={t('noProducts')} />
          <Had title={t('skills')} of={skills} none="" />
        </div>
      )}
      {mine && (
        <Rows>
          <Row href="/training/topics" title={t('ask')} meta={t('readBy')} />
        </Rows>
      )}
    </Page>
  );
}

interface HadProps {
  title: string;
  of: readonly Subject[];
  none: string;
}

function Had({ title, of, none }: HadProps) {
  return (
    <section>
      <h2>{title}</h2>
      {of.length === 0 && <p class="meta">{none}</p>}
      {of.length > 0 && (
        <Rows label={title}>
          {of.map((one) => (
            <Row
              key={one.key}
              {...(one.last_class && { href: `/training/${one.last_class.session_id}` })}
              title={inMyLanguage(one.name)}
              meta={hadOf(one)}
              after={!one.last_class && <Tag>{t('notYet')}</Tag>}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}

function hadOf({ last_class, last_practice }: Subject): string | null {
  if (!last_class) return null;
  const { day, topic } = last_class;
  const practice = last_practice
    ? t('lastPractice', { day: dayInSentence(last_practice.day) })
    : t('noPractice');
  return `${t('lastClass', { day: dayInSentence(day), topic })} · ${practice}`;
}

/** The trainer looks at one team at a time. */
function AnyTeam({ first }: { first: string }) {
  const teams = useTeams();
  const [team, setTeam] = useState(first);
  const choices = (teams.value?.items ?? []).filter(({ kind }) => kind === 'team');
  return (
    <Page title={t('ofTeam')} meta={t('ofTeamMeta')} back="/training" refresh={[teams]}>
      <ReadNote of={teams} />
      <Select
        label={t('team')}
        name="team"
        value={team}
        options={[
          { value: '', label: t('choose') },
          ...choices.map(({ id, name }) => ({ value: id, label: inMyLanguage(name) })),
        ]}
        onChange={setTeam}
      />
      {team ? <OfTeam key={team} id={team} /> : <p class="meta">{t('chooseWhy')}</p>}
    </Page>
  );
}

function OwnTeam({ id }: { id: string }) {
  const read = useTeamCoverage(id);
  return (
    <Page title={t('ofTeam')} meta={t('ofTeamMeta')} back="/training" refresh={[read]}>
      <OfTeam id={id} />
    </Page>
  );
}

function OfTeam({ id }: { id: string }) {
  const read = useTeamCoverage(id);
  const found = read.value;
  const plan = useRunningPlan(id, dayOf());
  return (
    <>
      <ReadNote of={read} />
      {!found && !read.error && <Skeleton rows={6} />}
      {found && (
        <div class="stack split half">
          <Missing
            title={t('products')}
            of={found.products}
            none={t('noProducts')}
            offer={(one) => <PutIntoPlan team={id} axis="product" of={one} running={plan.value} />}
          />
          <Missing
            title={t('skills')}
            of={found.skills}
            none=""
            offer={(one) => <PutIntoPlan team={id} axis="skill" of={one} running={plan.value} />}
          />
        </div>
      )}
      {found && <p class="meta">{t('toldTo')}</p>}
    </>
  );
}

interface MissingProps {
  title: string;
  of: readonly NotYet[];
  none: string;
  /** What to do about a subject that nobody has had. */
  offer: (one: NotYet) => ComponentChildren;
}

/** By subject, in the order of their own lists; the names in the order of the alphabet. */
function Missing({ title, of, none, offer }: MissingProps) {
  return (
    <section>
      <h2>{title}</h2>
      {of.length === 0 && <p class="meta">{none}</p>}
      {of.length > 0 && (
        <Rows label={title}>
          {of.map((one) => (
            <Row
              key={one.key}
              title={<span id={subjectId(one)}>{inMyLanguage(one.name)}</span>}
              meta={namesOf(one.not_yet)}
              after={one.nobody && offer(one)}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}

function namesOf(people: NotYet['not_yet']): string {
  if (people.length === 0) return t('everybody');
  return t('open', { names: people.map(fullName).join(t('between')) });
}
