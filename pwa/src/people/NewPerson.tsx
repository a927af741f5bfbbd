import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { lang } from '../kit/i18n/lang';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field, Select } from '../kit/ui/Field';
import { alert } from '../kit/ui/icons';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Note } from '../kit/ui/Tag';
import {
  blankPerson,
  personOf,
  whatIsMissing,
  type Missing,
  type NewPersonForm,
} from './new-person';
import { isCode, sentenceOf } from './problems';
import { addPerson, inviteAgain } from './remote';
import { useSending } from './use-sending';
import type { Invitation, Me, PersonRead, Team } from './wire';
import { t } from './words-of-invite';

const ROLES = ['rep', 'manager', 'regional_manager', 'trainer', 'admin'] as const;

interface Props {
  mine: Me;
  teams: readonly Team[];
  onMade: (person: PersonRead, invitation: Invitation) => unknown;
  onCancel: () => unknown;
}

/** Adds a person and makes their link in one go; it needs the network, as the link does. */
export function NewPerson({ mine, teams, onMade, onCancel }: Props) {
  const [form, setForm] = useState(() => blankPerson(mine.team_id, lang.value));
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
        <Names form={form} missing={missing} problem={problem} onChange={change} />
        {mine.role === 'admin' && (
          <Place form={form} teams={teams} missing={missing} onChange={change} />
        )}
        <Beginning form={form} missing={missing} onChange={change} />
        {problem !== null && !isCode(problem, 'login_taken') && (
          <Note tone="fault" icon={alert} role="alert">
            {sentenceOf(problem)}
          </Note>
        )}
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

interface PartProps {
  form: NewPersonForm;
  missing: readonly Missing[];
  onChange: (part: Partial<NewPersonForm>) => unknown;
}

function Names({ form, missing, problem, onChange }: PartProps & { problem: unknown }) {
  const isTaken = isCode(problem, 'login_taken');
  return (
    <>
      <Field
        label={t('familyName')}
        name="family_name"
        maxLength={60}
        value={form.family_name}
        error={missing.includes('family') ? t('needFamily') : undefined}
        onInput={(family_name) => onChange({ family_name })}
      />
      <Field
        label={t('givenName')}
        name="given_name"
        maxLength={60}
        value={form.given_name}
        error={missing.includes('given') ? t('needGiven') : undefined}
        onInput={(given_name) => onChange({ given_name })}
      />
      <Field
        label={t('login')}
        hint={t('loginHint')}
        name="new-login"
        autocomplete="off"
        maxLength={59}
        value={form.login}
        error={isTaken ? t('loginTaken') : missing.includes('login') ? t('needLogin') : undefined}
        onInput={(login) => onChange({ login })}
      />
    </>
  );
}

function Place({ form, teams, missing, onChange }: PartProps & Pick<Props, 'teams'>) {
  return (
    <>
      <Picks legend={t('role')}>
        <Chips>
          {ROLES.map((role) => (
            <Pick
              key={role}
              name="role"
              value={role}
              checked={form.role === role}
              onPick={() => onChange({ role })}
            >
              {t(role)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Select
        label={t('team')}
        name="team"
        value={form.team_id ?? ''}
        options={[{ value: '', label: t('noTeam') }, ...asOptions(teams)]}
        onChange={(team_id) => onChange({ team_id: team_id || null })}
      />
      {missing.includes('team') && (
        <p class="problem" role="alert">
          {t('needTeam')}
        </p>
      )}
    </>
  );
}

function Beginning({ form, missing, onChange }: PartProps) {
  return (
    <>
      <Field
        label={t('joinedOn')}
        name="joined_on"
        type="date"
        value={form.joined_on}
        error={missing.includes('day') ? t('needDay') : undefined}
        onInput={(joined_on) => onChange({ joined_on })}
      />
      {form.role === 'rep' && (
        <Chips>
          <Pick
            many
            name="newcomer"
            value="newcomer"
            checked={form.newcomer}
            onPick={(newcomer) => onChange({ newcomer })}
          >
            {t('newcomer')}
          </Pick>
        </Chips>
      )}
    </>
  );
}

export function asOptions(teams: readonly Team[]): { value: string; label: string }[] {
  return teams.map(({ id, name }) => ({ value: id, label: inMyLanguage(name) }));
}
