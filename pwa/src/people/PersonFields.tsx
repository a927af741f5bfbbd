/** Who somebody is, as a form asks for it: names, role and team, first day. */
import { inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { goal } from '../kit/ui/icons';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Note } from '../kit/ui/Tag';
import { teamsFor, worksInATeam, type Missing, type PersonForm } from './new-person';
import type { PersonRead, Team } from './wire';
import { t } from './words-of-invite';

const ROLES = ['rep', 'manager', 'regional_manager', 'trainer', 'admin'] as const;

interface PartProps {
  form: PersonForm;
  missing: readonly Missing[];
  onChange: (part: Partial<PersonForm>) => unknown;
}

export function Names({ form, missing, onChange }: PartProps) {
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
    </>
  );
}

export function Login({ form, missing, isTaken, onChange }: PartProps & { isTaken: boolean }) {
  return (
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
  );
}

interface PlaceProps extends PartProps {
  teams: readonly Team[];
  roleError?: string | undefined;
}

/** A team that does not fit the new role is no longer chosen. */
export function Place({ form, teams, missing, roleError, onChange }: PlaceProps) {
  const changeRole = (role: PersonRead['role']) => {
    const fits = teamsFor(role, teams).some(({ id }) => id === form.team_id);
    onChange({ role, ...(!fits && { team_id: null }) });
  };
  return (
    <>
      <Picks legend={t('role')} error={roleError}>
        <Chips>
          {ROLES.map((role) => (
            <Pick
              key={role}
              name="role"
              value={role}
              checked={form.role === role}
              onPick={() => changeRole(role)}
            >
              {t(role)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <TeamOf
        form={form}
        fitting={teamsFor(form.role, teams)}
        missing={missing}
        onChange={onChange}
      />
    </>
  );
}

/** Where there is none to choose from, the way to make one. */
function TeamOf({ form, fitting, missing, onChange }: PartProps & { fitting: readonly Team[] }) {
  const isRegion = form.role === 'regional_manager';
  if (fitting.length === 0 && worksInATeam(form.role)) {
    const way = <LinkButton href="/organisation/teams?new">{t('toTeams')}</LinkButton>;
    return (
      <Note icon={goal} role={missing.includes('team') ? 'alert' : 'status'} action={way}>
        {t(isRegion ? 'noRegionYet' : 'noTeamYet')}
      </Note>
    );
  }
  return (
    <Select
      label={t(isRegion ? 'region' : 'team')}
      name="team"
      value={form.team_id ?? ''}
      options={[{ value: '', label: t('noTeam') }, ...asOptions(fitting)]}
      error={missing.includes('team') ? t('needTeam') : undefined}
      onChange={(team_id) => onChange({ team_id: team_id || null })}
    />
  );
}

export function Beginning({ form, missing, onChange }: PartProps) {
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
