/** Somebody I look after: who they are here, their way in, and out. */
import { useRoute } from 'preact-iso';
import { me } from '../kit/api/session';
import { refresh } from '../kit/cache';
import { Meanwhile, Problem, nowIs } from '../kit/form/Parts';
import { isCode } from '../kit/form/problems';
import { useEditing } from '../kit/form/use-editing';
import { shortDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card, Row, Rows } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { HandOver } from './HandOver';
import { Beginning, Login, Names, Place } from './PersonFields';
import { ReadNote } from './ReadNote';
import { WayIn } from './WayIn';
import { whatIsMissing, type PersonForm } from './new-person';
import { changePerson, PEOPLE, usePerson, useTeams } from './remote';
import type { PersonRead, Team } from './wire';
import { t } from './words-of-people';
import { t as tg } from './words-of-growth';
import { t as tl } from '../ride-alongs/words-of-ladder';
import { t as tv } from '../training/words-of-coverage';

type Form = PersonForm & Pick<PersonRead, 'latin_name'>;

export default function Person() {
  const id = useRoute().params.id ?? '';
  const read = usePerson(id);
  const teams = useTeams().value?.items ?? [];
  const person = read.value;
  if (!person) {
    return (
      <Page title={t('title')} back="/people">
        <ReadNote of={read} />
        {!read.error && <Skeleton rows={4} />}
      </Page>
    );
  }
  const changed = async (now: PersonRead) => {
    await read.change(() => now);
    await refresh(PEOPLE);
  };
  return (
    <Page title={fullName(person)} meta={aboutOf(person, teams)} back="/people" refresh={[read]}>
      <WayIn person={person} onChanged={changed} />
      <GrowthRows person={person} />
      <HandOver person={person} teams={teams} />
      <About key={person.id} person={person} teams={teams} onSaved={changed} />
    </Page>
  );
}

/** What a rep learned and where they stand is for whoever leads the team; an admin sees no work. */
function GrowthRows({ person: { id, role } }: { person: PersonRead }) {
  if (role !== 'rep' || me.value?.role !== 'manager') return null;
  return (
    <Rows>
      <Row href={`/people/${id}/growth`} title={tg('title')} meta={tg('metaOf')} />
      <Row href={`/people/${id}/ladder`} title={tl('title')} meta={tl('meta')} />
      <Row href={`/training/coverage?person=${id}`} title={tv('title')} meta={tv('mineWhy')} />
    </Rows>
  );
}

interface AboutProps {
  person: PersonRead;
  teams: readonly Team[];
  onSaved: (now: PersonRead) => unknown;
}

/** Login, role and team are an admin's to change; the rest also the manager's. */
function About({ person, teams, onSaved }: AboutProps) {
  const edit = useEditing<Form, PersonRead>({
    stored: person,
    fieldsOf,
    isComplete: (draft) => whatIsMissing(draft).length === 0 && draft.latin_name.trim() !== '',
    save: (patch, version) => changePerson(person.id, leaving(patch), version),
    onSaved: (now) => {
      say(t('saved'));
      onSaved(now);
    },
  });
  const { draft: form, base, change, asked, busy, problem, submit } = edit;
  const isAdmin = me.value?.role === 'admin';
  const isTaken = isCode(problem, 'login_taken');
  const isLastAdmin = isCode(problem, 'last_admin');
  const parts = { form, missing: asked ? whatIsMissing(form) : [], onChange: change };
  return (
    <Card>
      <h2>{t('about', { name: fullName(base) })}</h2>
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={edit.meanwhile.map((field) => shownAs(field, base, teams))} />
        <Names {...parts} />
        <Field
          label={t('latinName')}
          name="latin_name"
          maxLength={60}
          value={form.latin_name}
          error={asked && !form.latin_name.trim() ? t('needLatin') : undefined}
          onInput={(latin_name) => change({ latin_name })}
        />
        {isAdmin && (
          <>
            <Login {...parts} isTaken={isTaken} />
            <Place {...parts} teams={teams} roleError={isLastAdmin ? t('lastAdmin') : undefined} />
          </>
        )}
        <Beginning {...parts} />
        <Problem of={problem} unless={isTaken || isLastAdmin} />
        <Button look="main" type="submit" busy={busy} busyLabel={t('saving')}>
          {t('save')}
        </Button>
      </form>
    </Card>
  );
}

function fieldsOf(person: PersonRead): Form {
  const { family_name, given_name, latin_name, login, role, team_id, newcomer, joined_on } = person;
  return { family_name, given_name, latin_name, login, role, team_id, newcomer, joined_on };
}

/** Only a rep is a newcomer. */
function leaving(patch: Partial<Form>): Partial<Form> {
  return patch.role && patch.role !== 'rep' ? { ...patch, newcomer: false } : patch;
}

function aboutOf({ role, team_id }: PersonRead, teams: readonly Team[]): string {
  return [t(role), teamName(team_id, teams)].filter(Boolean).join(' · ');
}

function teamName(team_id: string | null, teams: readonly Team[]): string {
  const team = teams.find(({ id }) => id === team_id);
  return team ? inMyLanguage(team.name) : '';
}

function shownAs(field: keyof Form, now: PersonRead, teams: readonly Team[]): string {
  const told: Record<keyof Form, [string, string]> = {
    family_name: [t('familyName'), now.family_name],
    given_name: [t('givenName'), now.given_name],
    latin_name: [t('latinName'), now.latin_name],
    login: [t('login'), now.login],
    role: [t('role'), t(now.role)],
    team_id: [t('team'), teamName(now.team_id, teams) || t('noTeam')],
    newcomer: [t('newcomer'), t(now.newcomer ? 'yes' : 'no')],
    joined_on: [t('joinedOn'), shortDay(now.joined_on)],
  };
  return nowIs(...told[field]);
}
