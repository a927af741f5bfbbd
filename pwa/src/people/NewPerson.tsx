import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { Problem } from '../kit/form/Parts';
import { isCode } from '../kit/form/problems';
import { useSending } from '../kit/form/use-sending';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Beginning, Login, Names, Place } from './PersonFields';
import { blankPerson, personOf, whatIsMissing, type NewPersonForm } from './new-person';
import { addPerson, inviteAgain } from './remote';
import type { Invitation, Me, PersonRead, Team } from './wire';
import { t } from './words-of-invite';

interface Props {
  mine: Me;
  teams: readonly Team[];
  onMade: (person: PersonRead, invitation: Invitation) => unknown;
  onCancel: () => unknown;
}

/** Adds a person and makes their link in one go; it needs the network, as the link does. */
export function NewPerson({ mine, teams, onMade, onCancel }: Props) {
  const [form, setForm] = useState(() => blankPerson(mine.team_id));
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: whatIsMissing(form).length === 0,
    send: async () => {
      const person = await addPerson(personOf(form));
      onMade(person, await inviteAgain(person.id));
    },
  });
  const change = (part: Partial<NewPersonForm>) => {
    // Other content is another birth: the first may have arrived although its answer was lost.
    setForm({ ...form, ...part, ...(problem !== null && { id: uuid7() }) });
    forget();
  };
  const missing = asked ? whatIsMissing(form) : [];
  return (
    <Card>
      <h2>{t('newPerson')}</h2>
      <form onSubmit={submit} noValidate>
        <Names form={form} missing={missing} onChange={change} />
        <Login
          form={form}
          missing={missing}
          isTaken={isCode(problem, 'login_taken')}
          onChange={change}
        />
        {mine.role === 'admin' && (
          <Place form={form} teams={teams} missing={missing} onChange={change} />
        )}
        <Beginning form={form} missing={missing} onChange={change} />
        <Problem of={problem} unless={isCode(problem, 'login_taken')} />
        <Button look="main" type="submit" busy={busy} busyLabel={t('makingLink')}>
          {t('makeLink')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </form>
    </Card>
  );
}
