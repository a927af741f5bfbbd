/** The people a manager or an admin looks after, and the one-time links that let them in. */
import { useState } from 'preact/hooks';
import { refresh } from '../kit/cache';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Button, IconButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { Select } from '../kit/ui/Field';
import { lock, more, plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { LinkCard } from './LinkCard';
import { asOptions, NewPerson } from './NewPerson';
import { PersonSheet } from './PersonSheet';
import { ReadNote } from './ReadNote';
import { useMe } from './me-remote';
import { PEOPLE, usePeopleOf, useTeams } from './remote';
import type { Invitation, Me, PersonCard, PersonRef } from './wire';
import { t } from './words-of-invite';

type Read = ReturnType<typeof usePeopleOf>;
type Made = { person: Omit<PersonRef, 'id'>; invitation: Invitation };

export default function Invite() {
  const mine = useMe();
  return mine.value ? <Looking mine={mine.value} /> : <NotRead mine={mine} />;
}

function NotRead({ mine }: { mine: ReturnType<typeof useMe> }) {
  return (
    <Page title={t('title')} back="/me">
      <ReadNote of={mine} />
      {!mine.error && <Skeleton />}
    </Page>
  );
}

function Looking({ mine }: { mine: Me }) {
  const isAdmin = mine.role === 'admin';
  const [team, setTeam] = useState<string | null>(isAdmin ? null : mine.team_id);
  const people = usePeopleOf(team, 'active');
  const left = usePeopleOf(team, 'disabled');
  const teams = useTeams().value?.items ?? [];
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const show = (person: Made['person'], invitation: Invitation) => {
    setMade({ person, invitation });
    setAdding(false);
    void refresh(PEOPLE);
  };
  return (
    <Page title={t('title')} back="/me" refresh={[people, left]}>
      {made && <LinkCard key={made.invitation.link} {...made} />}
      {isAdding ? (
        <NewPerson mine={mine} teams={teams} onMade={show} onCancel={() => setAdding(false)} />
      ) : (
        <Button look="main" icon={plus} onClick={() => setAdding(true)}>
          {t('inviteNew')}
        </Button>
      )}
      {isAdmin && !isAdding && (
        <Select
          label={t('team')}
          name="team-shown"
          value={team ?? ''}
          options={[{ value: '', label: t('everybody') }, ...asOptions(teams)]}
          onChange={(id) => setTeam(id || null)}
        />
      )}
      <ReadNote of={people} />
      {!people.value && !people.error && <Skeleton rows={5} />}
      {!isAdding && <People key={team} mine={mine} people={people} left={left} onLink={show} />}
    </Page>
  );
}

interface PeopleProps {
  mine: Me;
  people: Read;
  left: Read;
  onLink: (person: Made['person'], invitation: Invitation) => unknown;
}

/** Those who work here, and under them those who left, so that they can be let in again. */
function People({ mine, people, left, onLink }: PeopleProps) {
  const [opened, setOpened] = useState<PersonCard | null>(null);
  const mayOpen = (read: Read) => (read.value?.items ?? []).filter((one) => isInMyCare(mine, one));
  const [here, gone] = [mayOpen(people), mayOpen(left)];
  const isOut = (person: PersonCard) => gone.some(({ id }) => id === person.id);
  const close = () => setOpened(null);
  const changed = () => {
    close();
    void refresh(PEOPLE);
  };
  if (!people.value) return null;
  return (
    <>
      {here.length === 0 && <Empty title={t('nobody')}>{t('nobodyWhy')}</Empty>}
      <Group title={t('people')} people={here} onOpen={setOpened} />
      <Group title={t('left')} people={gone} isOut onOpen={setOpened} />
      {opened && (
        <PersonSheet
          person={opened}
          isOut={isOut(opened)}
          onClose={close}
          onLink={(invitation) => {
            close();
            onLink(opened, invitation);
          }}
          onLetOut={changed}
          onLetIn={changed}
        />
      )}
    </>
  );
}

interface GroupProps {
  title: string;
  people: readonly PersonCard[];
  isOut?: boolean;
  onOpen: (person: PersonCard) => unknown;
}

function Group({ title, people, isOut = false, onOpen }: GroupProps) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Rows label={title}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} isOut={isOut} onOpen={() => onOpen(person)} />
        ))}
      </Rows>
    </section>
  );
}

interface PersonRowProps {
  person: PersonCard;
  isOut: boolean;
  onOpen: () => unknown;
}

function PersonRow({ person, isOut, onOpen }: PersonRowProps) {
  const name = fullName(person);
  return (
    <Row
      before={<Ava name={name} />}
      title={name}
      meta={t(person.role)}
      after={
        <>
          {isOut && <Tag icon={lock}>{t('cannotSignIn')}</Tag>}
          <IconButton icon={more} label={t('more', { name })} onClick={onOpen} />
        </>
      }
    />
  );
}

/** Managers look after the reps of their team, admins after everybody but themselves. */
function isInMyCare(mine: Me, person: PersonCard): boolean {
  return person.id !== mine.id && (mine.role === 'admin' || person.role === 'rep');
}
