import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { both, isSaid, UNSAID, type InBoth } from '../kit/form/both';
import { BothLanguages, Ending, Meanwhile, nowIs, Problem } from '../kit/form/Parts';
import { useEditing } from '../kit/form/use-editing';
import { useSending } from '../kit/form/use-sending';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Select } from '../kit/ui/Field';
import { person } from '../kit/ui/icons';
import { Seg } from '../kit/ui/Seg';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { addTeam, changeTeam } from './remote';
import type { Team, TeamNew } from './wire';
import { t } from './words-of-teams';

interface SheetProps {
  all: readonly Team[];
  onSaved: () => unknown;
  onClose: () => unknown;
}

interface TeamForm {
  name: InBoth;
  parent_id: string | null;
}

const KINDS = ['team', 'region'] as const;

export function NewTeam({ all, onSaved, onClose }: SheetProps) {
  const [id, setId] = useState(uuid7);
  const [kind, setKind] = useState<TeamNew['kind']>('team');
  const [form, setForm] = useState<TeamForm>({ name: UNSAID, parent_id: firstRegion(all) });
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: isSaid(form.name),
    send: async () => {
      const parent_id = kind === 'team' ? form.parent_id : null;
      const added = await addTeam({ id, kind, name: both(form.name), parent_id });
      say(t('added', { name: inMyLanguage(added.name) }));
      onSaved();
    },
  });
  const change = (part: Partial<TeamForm>) => {
    setForm({ ...form, ...part });
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  return (
    <Sheet open title={t('newOne')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Seg
          legend={t('kind')}
          showLegend
          name="kind"
          options={KINDS.map((value) => ({ value, label: t(value) }))}
          value={kind}
          onChange={setKind}
        />
        <Fields form={form} kind={kind} all={all} asked={asked} onChange={change} />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

export function TeamSheet({ team, all, onSaved, onClose }: SheetProps & { team: Team }) {
  const edit = useEditing<TeamForm, Team>({
    stored: team,
    fieldsOf: ({ name, parent_id }) => ({ name, parent_id }),
    isComplete: ({ name }) => isSaid(name),
    save: ({ name, ...patch }, version) =>
      changeTeam(team.id, { ...patch, ...(name && { name: both(name) }) }, version),
    onSaved: () => {
      say(t('saved'));
      onSaved();
    },
  });
  const { draft, base, change, asked, busy, problem, submit } = edit;
  const name = inMyLanguage(base.name);
  return (
    <Sheet open title={t('change', { name })} onClose={onClose}>
      <Leader team={base} />
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={edit.meanwhile.map((field) => shownAs(field, base, all))} />
        <Fields form={draft} kind={base.kind} all={all} asked={asked} onChange={change} />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

/** Who leads a team is a matter of that person: role and team stand with them. */
function Leader({ team: { id, kind, name, manager } }: { team: Team }) {
  const how = t(kind === 'region' ? 'chooseRegionManager' : 'chooseManager');
  return (
    <>
      <p>{manager ? t('ledBy', { name: fullName(manager) }) : `${t('noManager')}. ${how}`}</p>
      <LinkButton icon={person} href={`/people?team=${id}`}>
        {t('itsPeople', { name: inMyLanguage(name) })}
      </LinkButton>
    </>
  );
}

interface FieldsProps {
  form: TeamForm;
  kind: Team['kind'];
  all: readonly Team[];
  asked: boolean;
  onChange: (part: Partial<TeamForm>) => unknown;
}

function Fields({ form, kind, all, asked, onChange }: FieldsProps) {
  const regions = all.filter((one) => one.kind === 'region');
  const options = regions.map(({ id, name }) => ({ value: id, label: inMyLanguage(name) }));
  return (
    <>
      <BothLanguages
        label={t('name')}
        name="name"
        value={form.name}
        error={asked && !isSaid(form.name) ? t('needName') : undefined}
        onInput={(name) => onChange({ name })}
      />
      {kind === 'team' && regions.length > 0 && (
        <Select
          label={t('parent')}
          name="parent"
          value={form.parent_id ?? ''}
          options={[...options, { value: '', label: t('noRegion') }]}
          onChange={(id) => onChange({ parent_id: id || null })}
        />
      )}
    </>
  );
}

function firstRegion(all: readonly Team[]): string | null {
  return all.find(({ kind }) => kind === 'region')?.id ?? null;
}

function shownAs(field: keyof TeamForm, row: Team, all: readonly Team[]): string {
  if (field === 'name') return nowIs(t('name'), inMyLanguage(row.name));
  const region = all.find(({ id }) => id === row.parent_id);
  return nowIs(t('region'), region ? inMyLanguage(region.name) : t('noRegion'));
}
