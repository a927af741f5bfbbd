import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { isCode, sentenceOf } from '../kit/form/problems';
import { useSending } from '../kit/form/use-sending';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Field, Select } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { ReadNote } from './ReadNote';
import { apprenticesFor, mentorsFor } from './pairing';
import { endPair, startPair, useEverybody, useTeams } from './remote';
import type { Me, MentorPair, PersonCard } from './wire';
import { t } from './words-of-mentors';

interface Ends {
  onSaved: () => unknown;
  onClose: () => unknown;
}

interface NewProps extends Ends {
  mine: Me;
  pairs: readonly MentorPair[];
  /** The newcomer for whom a mentor is looked for. */
  wished: string | null;
}

export function NewPair({ mine, pairs, wished, onSaved, onClose }: NewProps) {
  const everybody = useEverybody();
  return (
    <Sheet open title={t('newOne')} onClose={onClose}>
      <ReadNote of={everybody} />
      {!everybody.value && !everybody.error && <Skeleton />}
      {everybody.value && (
        <PairForm
          people={everybody.value}
          alone={apprenticesFor(mine, everybody.value, pairs)}
          pairs={pairs}
          wished={wished}
          onSaved={onSaved}
          onClose={onClose}
        />
      )}
    </Sheet>
  );
}

interface FormProps extends Ends {
  people: readonly PersonCard[];
  alone: readonly PersonCard[];
  pairs: readonly MentorPair[];
  wished: string | null;
}

function PairForm({ people, alone, pairs, wished, onSaved, onClose }: FormProps) {
  const [id, setId] = useState(uuid7);
  const [chosen, setChosen] = useState(wished ?? alone[0]?.id ?? '');
  const [mentorId, setMentorId] = useState('');
  const [startsOn, setStartsOn] = useState(dayOf());
  const apprentice = alone.find((one) => one.id === chosen);
  const mentors = apprentice ? mentorsFor(apprentice, people, pairs) : [];
  const mentor = mentors.find((one) => one.id === mentorId);
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: Boolean(apprentice && mentor && startsOn),
    send: async () => {
      const ids = { id, apprentice_id: chosen, mentor_id: mentorId };
      const pair = await startPair({ ...ids, starts_on: startsOn });
      say(t('added', { mentor: fullName(pair.mentor), apprentice: fullName(pair.apprentice) }));
      onSaved();
    },
  });
  const change = (how: () => void) => {
    how();
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  const isAtMentor = isCode(problem, 'mentor_full') || isCode(problem, 'not_a_mentor');
  const isAtApprentice = isCode(problem, 'already_mentored');
  const noMentor = apprentice && mentors.length === 0 ? t('noMentor') : undefined;
  if (alone.length === 0) return <p>{t('noAlone')}</p>;
  return (
    <form onSubmit={submit} noValidate>
      <Choice
        label={t('apprentice')}
        name="apprentice"
        people={alone}
        value={apprentice ? chosen : ''}
        error={
          isAtApprentice
            ? sentenceOf(problem)
            : asked && !apprentice
              ? t('needApprentice')
              : undefined
        }
        onChange={(one) => change(() => setChosen(one))}
      />
      <Choice
        label={t('mentor')}
        name="mentor"
        people={mentors}
        value={mentor ? mentorId : ''}
        error={isAtMentor ? sentenceOf(problem) : asked && !mentor ? t('needMentor') : noMentor}
        onChange={(one) => change(() => setMentorId(one))}
      />
      <Field
        label={t('startsOn')}
        name="starts_on"
        type="date"
        value={startsOn}
        error={asked && !startsOn ? t('needDay') : undefined}
        onInput={(day) => change(() => setStartsOn(day))}
      />
      <Problem of={problem} unless={isAtMentor || isAtApprentice} />
      <Ending busy={busy} save={t('save')} onClose={onClose} />
    </form>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  people: readonly PersonCard[];
  value: string;
  error: string | undefined;
  onChange: (id: string) => unknown;
}

function Choice({ people, ...rest }: ChoiceProps) {
  const teams = useTeams().value?.items ?? [];
  const told = (person: PersonCard) => {
    const team = teams.find(({ id }) => id === person.team_id);
    const parts = [fullName(person), team && inMyLanguage(team.name)];
    return [...parts, person.newcomer && t('newcomer')].filter(Boolean).join(' · ');
  };
  const options = people.map((person) => ({ value: person.id, label: told(person) }));
  return <Select {...rest} options={[{ value: '', label: t('choose') }, ...options]} />;
}

export function EndPair({ pair, onSaved, onClose }: Ends & { pair: MentorPair }) {
  const [endsOn, setEndsOn] = useState(pair.ends_on ?? dayOf());
  const names = { apprentice: fullName(pair.apprentice), mentor: fullName(pair.mentor) };
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: endsOn !== '',
    send: async () => {
      const ended = await endPair(pair.id, endsOn);
      say(t('ended', { day: dayInSentence(ended.ends_on ?? endsOn) }));
      onSaved();
    },
  });
  return (
    <Sheet open title={t('endQuestion', names)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('endsOn')}
          hint={t('endsWhy', names)}
          name="ends_on"
          type="date"
          min={pair.starts_on}
          value={endsOn}
          error={asked && !endsOn ? t('needDay') : undefined}
          onInput={(day) => {
            setEndsOn(day);
            forget();
          }}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('endYes')} onClose={onClose} />
      </form>
    </Sheet>
  );
}
