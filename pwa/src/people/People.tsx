/** Everybody of the organisation, found by name; and who has not joined, for those who look after them. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { refresh } from '../kit/cache';
import { Button } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { Field, Select } from '../kit/ui/Field';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Seg } from '../kit/ui/Seg';
import { Skeleton } from '../kit/ui/Skeleton';
import { LinkCard } from './LinkCard';
import { MorePages } from './MorePages';
import { NewPerson } from './NewPerson';
import { asOptions } from './PersonFields';
import { PersonRows } from './PersonRows';
import { ReadNote } from './ReadNote';
import { looksAfterPeople } from './care';
import { isFound } from './find';
import { useMe } from './me-remote';
import { PEOPLE, readPeople, usePeopleOf, useTeams, type Wanted } from './remote';
import { useFound } from './search';
import type { Invitation, Me, PersonCard, PersonRef } from './wire';
import { t as ti } from './words-of-invite';
import { t } from './words-of-people';

type Made = { person: Omit<PersonRef, 'id'>; invitation: Invitation };

const STATES = ['active', 'invited', 'disabled'] as const;

export default function People() {
  const mine = useMe();
  return mine.value ? <Looking mine={mine.value} /> : <NotRead mine={mine} />;
}

function NotRead({ mine }: { mine: ReturnType<typeof useMe> }) {
  return (
    <Page title={t('title')} back="/organisation">
      <ReadNote of={mine} />
      {!mine.error && <Skeleton />}
    </Page>
  );
}

function Looking({ mine }: { mine: Me }) {
  const { query } = useLocation();
  const [wanted, setWanted] = useState<Wanted>({
    team: query['team'] ?? (mine.role === 'manager' ? mine.team_id : null),
    state: 'active',
  });
  const [asked, setAsked] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const list = usePeopleOf(wanted);
  const teams = useTeams().value?.items ?? [];
  const mayAdd = looksAfterPeople(mine);
  const show = (person: Made['person'], invitation: Invitation) => {
    setMade({ person, invitation });
    setAdding(false);
    void refresh(PEOPLE);
  };
  if (isAdding) {
    return (
      <Page title={t('title')} back="/organisation">
        <NewPerson mine={mine} teams={teams} onMade={show} onCancel={() => setAdding(false)} />
      </Page>
    );
  }
  const add = (
    <Button look="main" icon={plus} onClick={() => setAdding(true)}>
      {ti('inviteNew')}
    </Button>
  );
  return (
    <Page title={t('title')} back="/organisation" refresh={[list]} dock={mayAdd && add}>
      {made && <LinkCard key={made.invitation.link} {...made} />}
      <Field
        type="search"
        inputMode="search"
        name="asked"
        label={t('find')}
        hint={t('findHint')}
        value={asked}
        onInput={setAsked}
      />
      <Select
        label={t('team')}
        name="team-shown"
        value={wanted.team ?? ''}
        options={[{ value: '', label: t('everybody') }, ...asOptions(teams)]}
        onChange={(id) => setWanted({ ...wanted, team: id || null })}
      />
      {mayAdd && (
        <Seg
          legend={t('state')}
          name="state"
          options={STATES.map((value) => ({ value, label: t(value) }))}
          value={wanted.state}
          onChange={(state) => setWanted({ ...wanted, state })}
        />
      )}
      <ReadNote of={list} />
      {!list.value && !list.error && <Skeleton rows={5} />}
      <Found mine={mine} list={list} wanted={wanted} asked={asked} />
      {!asked && <MorePages list={list} read={(cursor) => readPeople(wanted, { cursor })} />}
    </Page>
  );
}

interface FoundProps {
  mine: Me;
  list: ReturnType<typeof usePeopleOf>;
  wanted: Wanted;
  asked: string;
}

/** Those already read, and what the server knows beyond them. */
function Found({ mine, list, wanted, asked }: FoundProps) {
  const onServer = useFound(asked, wanted, list.value?.next_cursor != null);
  const teams = useTeams().value?.items ?? [];
  if (!list.value) return null;
  const here = list.value.items.filter((person) => isFound(person, asked));
  const people = joined(here, onServer);
  const isOut = wanted.state === 'disabled';
  if (people.length > 0) {
    return <PersonRows mine={mine} people={people} teams={teams} isOut={isOut} />;
  }
  if (asked.trim()) return <Empty title={t('notFound', { asked: asked.trim() })} />;
  if (isOut) return <Empty title={t('nobodyLeft')} />;
  if (wanted.state === 'invited') return <Empty title={t('allJoined')} />;
  return <Empty title={t('nobody')}>{t('nobodyWhy')}</Empty>;
}

function joined(here: readonly PersonCard[], found: readonly PersonCard[]): PersonCard[] {
  const known = new Set(here.map(({ id }) => id));
  return [...here, ...found.filter(({ id }) => !known.has(id))];
}
