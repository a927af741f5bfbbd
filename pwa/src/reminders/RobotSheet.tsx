import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { lang } from '../kit/i18n/lang';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field, Select } from '../kit/ui/Field';
import { bin } from '../kit/ui/icons';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { LANGUAGES } from '../people/LanguageChoice';
import type { Team } from '../people/wire';
import { putRobot, removeRobot } from './remote';
import type { Robot, RobotGiven } from './wire';
import { t } from './words-of-robots';

const KINDS = ['wecom', 'dingtalk', 'feishu'] as const;

interface Props {
  /** Null for a new one. */
  robot: Robot | null;
  teams: readonly Team[];
  onSaved: () => unknown;
  onClose: () => unknown;
}

/** Nobody guesses where a group is: it is chosen. */
type Form = Omit<RobotGiven, 'kind'> & { kind: RobotGiven['kind'] | null };

/** The address is never shown again: whoever changes a robot copies it from the group once more. */
export function RobotSheet({ robot, teams, onSaved, onClose }: Props) {
  const [id] = useState(() => robot?.id ?? uuid7());
  const [form, setForm] = useState<Form>(() => firstForm(robot));
  const { kind } = form;
  const isAddress = /^https?:\/\/\S{6,}$/.test(form.address.trim());
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: isAddress && kind !== null,
    send: async () => {
      if (!kind) return;
      await putRobot(id, { ...form, kind, address: form.address.trim() });
      say(t('saved'));
      onSaved();
    },
  });
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    forget();
  };
  return (
    <Sheet open title={t(robot ? 'change' : 'newOne')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Seg
          legend={t('kind')}
          showLegend
          name="kind"
          options={KINDS.map((value) => ({ value, label: t(value) }))}
          value={kind}
          onChange={(chosen) => change({ kind: chosen })}
        />
        {asked && !kind && (
          <p class="problem" role="alert">
            {t('needKind')}
          </p>
        )}
        {me.value?.role === 'admin' && (
          <Select
            label={t('whose')}
            name="team"
            value={form.team_id ?? ''}
            options={[{ value: '', label: t('everybody') }, ...optionsOf(teams)]}
            onChange={(team) => change({ team_id: team || null })}
          />
        )}
        <Field
          label={t('address')}
          name="address"
          value={form.address}
          hint={
            robot ? t('addressAgain', { now: robot.address }) : kind ? t(`how_${kind}`) : undefined
          }
          error={asked && !isAddress ? t('needAddress') : undefined}
          maxLength={500}
          autocomplete="off"
          onInput={(address) => change({ address })}
        />
        <Seg
          legend={t('language')}
          showLegend
          name="language"
          options={LANGUAGES}
          value={form.language}
          onChange={(language) => change({ language })}
        />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose}>
          {robot && <Remove robot={robot} onRemoved={onSaved} />}
        </Ending>
      </form>
    </Sheet>
  );
}

function Remove({ robot, onRemoved }: { robot: Robot; onRemoved: () => unknown }) {
  const { busy, problem, submit } = useSending({
    isComplete: true,
    send: async () => {
      await removeRobot(robot.id);
      say(t('removed'));
      onRemoved();
    },
  });
  return (
    <>
      <Problem of={problem} />
      <Button icon={bin} busy={busy} busyLabel={t('removing')} onClick={() => submit()}>
        {t('remove')}
      </Button>
    </>
  );
}

/** A manager's robot is in the group of the own team. */
function firstForm(robot: Robot | null): Form {
  if (robot) {
    const { team_id, kind, language } = robot;
    return { team_id, kind, language, address: '' };
  }
  const own = me.peek()?.role === 'admin' ? null : (me.peek()?.team_id ?? null);
  return { team_id: own, kind: null, address: '', language: lang.peek() };
}

function optionsOf(teams: readonly Team[]) {
  const led = teams.filter(({ kind }) => kind === 'team');
  return led.map(({ id, name }) => ({ value: id, label: inMyLanguage(name) }));
}
