import { FormSheet } from '../commitments/FormSheet';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Field, Select } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { say } from '../kit/ui/Toast';
import { inUnits } from '../clients/AmountField';
import { amountOf, propose, proposeChange } from './actions';
import { isMoney, largerThan, METRICS, periodOf, PERIODS } from './figures';
import { draftOf, GOAL_CHANGE, NEW_GOAL_DRAFT } from './goals';
import { ourCurrency, useGoals, useTeam } from './remote';
import type { Goal, GoalForm } from './wire';
import { t } from './words';
import { t as to } from './words-of-one';

const BLANK: GoalForm = {
  owner: '',
  period: 'week',
  metric: 'effective_visits',
  within: '',
  target: '',
  stretch: '',
  quality: '',
  why: '',
};

interface NewProps {
  /** Whose it will be; empty where a manager chooses. */
  owner: string;
  onClose: () => unknown;
}

export function NewGoalSheet({ owner, onClose }: NewProps) {
  const draft = useDraft<GoalForm>(NEW_GOAL_DRAFT, { ...BLANK, owner });
  const form = draft.value.value;
  const change = (part: Partial<GoalForm>) =>
    (draft.value.value = { ...draft.value.peek(), ...part });
  const lacks = () => (form.owner ? lacksAmounts(form, ourCurrency()) : to('lackWho'));
  const save = async () => {
    await propose(form, ourCurrency());
    say(to('sent'));
  };
  return (
    <FormSheet
      title={to('proposeTitle')}
      saveLabel={to('propose')}
      lacks={lacks}
      save={save}
      onClose={onClose}
    >
      {!owner && (
        <ForWhom value={form.owner} onChange={(chosen) => change({ owner: chosen, within: '' })} />
      )}
      <Seg
        legend={to('period')}
        name="period"
        options={PERIODS.map((value) => ({ value, label: t(value) }))}
        value={form.period}
        onChange={(period) => change({ period, within: '' })}
      />
      <Picks legend={to('metric')}>
        <Chips>
          {METRICS.map((metric) => (
            <Pick
              key={metric}
              name="metric"
              value={metric}
              checked={metric === form.metric}
              onPick={() => change({ metric })}
            >
              {t(metric)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      {form.owner && form.period !== 'month' && (
        <Within key={form.owner} form={form} onChange={(within) => change({ within })} />
      )}
      <Amounts form={form} change={change} />
    </FormSheet>
  );
}

/** Another amount for a goal: what was agreed stays in force until the other side agrees. */
export function ChangeGoalSheet({ goal, onClose }: { goal: Goal; onClose: () => unknown }) {
  const currency = goal.currency ?? ourCurrency();
  const now = goal.proposed ?? goal.agreed;
  const draft = useDraft<GoalForm>(draftOf(GOAL_CHANGE, goal.id), {
    ...BLANK,
    owner: goal.owner.id,
    metric: goal.metric,
    target: shown(now?.target ?? null, goal),
    stretch: shown(now?.stretch ?? null, goal),
    quality: now?.quality ?? '',
  });
  const form = draft.value.value;
  const change = (part: Partial<GoalForm>) =>
    (draft.value.value = { ...draft.value.peek(), ...part });
  const lacks = () =>
    lacksAmounts(form, currency) ?? (goal.agreed && !form.why.trim() ? to('lackWhy') : null);
  const save = async () => {
    await proposeChange(goal, form, currency);
    say(to('sent'));
  };
  return (
    <FormSheet
      title={to('changeTitle')}
      saveLabel={to('propose')}
      lacks={lacks}
      save={save}
      onClose={onClose}
    >
      <Amounts form={form} change={change} />
      {goal.agreed && (
        <Field
          label={to('why')}
          hint={to('whyHint')}
          name="why"
          lines={2}
          maxLength={2000}
          value={form.why}
          onInput={(why) => change({ why })}
        />
      )}
    </FormSheet>
  );
}

/** Which longer goal of the same person it is a step of; nothing is asked where there is none. */
function Within({ form, onChange }: { form: GoalForm; onChange: (id: string) => unknown }) {
  const read = useGoals(form.owner);
  const larger = largerThan(form.period, read.value?.items ?? [], dayOf());
  if (larger.length === 0) return null;
  const options = larger.map((one) => ({
    value: one.id,
    label: to('goalOf', { metric: t(one.metric), period: periodOf(one) }),
  }));
  return (
    <Select
      label={to('within')}
      name="within"
      value={form.within ?? ''}
      options={[{ value: '', label: to('noLarger') }, ...options]}
      onChange={onChange}
    />
  );
}

interface AmountsProps {
  form: GoalForm;
  change: (part: Partial<GoalForm>) => unknown;
}

function Amounts({ form, change }: AmountsProps) {
  return (
    <>
      <Field
        label={to('target')}
        name="target"
        inputMode={isMoney(form.metric) ? 'decimal' : 'numeric'}
        value={form.target}
        onInput={(target) => change({ target })}
      />
      <Field
        label={to('stretch')}
        name="stretch"
        inputMode={isMoney(form.metric) ? 'decimal' : 'numeric'}
        value={form.stretch}
        onInput={(stretch) => change({ stretch })}
      />
      <Field
        label={to('quality')}
        hint={to('qualityHint')}
        name="quality"
        maxLength={200}
        value={form.quality}
        onInput={(quality) => change({ quality })}
      />
    </>
  );
}

/** The reps of the own team; a goal of the manager's own is not set here. */
function ForWhom({ value, onChange }: { value: string; onChange: (id: string) => unknown }) {
  const team = useTeam();
  const reps = (team.value?.items ?? []).filter(({ role }) => role === 'rep');
  const options = reps.map((one) => ({ value: one.id, label: fullName(one) }));
  return (
    <Select
      label={to('who')}
      name="owner"
      value={value}
      options={[{ value: '', label: to('chooseWho') }, ...options]}
      onChange={onChange}
    />
  );
}

function lacksAmounts({ metric, target, stretch }: GoalForm, currency: string): string | null {
  const amount = amountOf(target, metric, currency);
  if (!amount) return to('lackTarget');
  if (!stretch.trim()) return null;
  const more = amountOf(stretch, metric, currency);
  return more !== null && more > amount ? null : to('lackStretch');
}

function shown(value: number | null, { metric, currency }: Goal): string {
  if (value === null) return '';
  if (!isMoney(metric) || !currency) return String(value);
  return inUnits({ amount_minor: value, currency });
}
