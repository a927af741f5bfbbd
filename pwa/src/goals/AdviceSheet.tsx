import { FormSheet } from '../commitments/FormSheet';
import { t as tc } from '../commitments/words-of-corrections';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Field } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { say } from '../kit/ui/Toast';
import { advise } from './actions';
import { ADVICE, draftOf } from './goals';
import type { AdviceForm, AdviceKind, GoalDetail } from './wire';
import { useMissing, type Missing } from './step-form';
import { t } from './words-of-one';

const KINDS: readonly AdviceKind[] = ['direction', 'method', 'knowledge', 'skill', 'resource'];

interface Props {
  goal: GoalDetail;
  onClose: () => unknown;
}

/** What would help next time: one kind, a few words about the way, one step with a day. */
export default function AdviceSheet({ goal, onClose }: Props) {
  const { advice } = goal;
  const draft = useDraft<AdviceForm>(draftOf(ADVICE, goal.id), {
    kind: advice?.kind ?? goal.what_helps?.correction ?? null,
    words: advice?.words ?? '',
    step: advice?.step ?? '',
    how_seen: advice?.how_seen ?? '',
    due: advice?.step_due ?? '',
  });
  const form = draft.value.value;
  const change = (part: Partial<AdviceForm>) =>
    (draft.value.value = { ...draft.value.peek(), ...part });
  const { check, missing } = useMissing();
  const lacks = () => {
    const isOpen = check(form);
    if (!form.kind) return t('lackKind');
    return isOpen || null;
  };
  const save = async () => {
    await advise(goal, form);
    say(t('given', { name: fullName(goal.owner) }));
  };
  return (
    <FormSheet title={t('adviceTitle')} lacks={lacks} save={save} onClose={onClose}>
      <Picks legend={t('about')}>
        <Chips>
          {KINDS.map((kind) => (
            <Pick
              key={kind}
              name="kind"
              value={kind}
              checked={kind === form.kind}
              onPick={() => change({ kind })}
            >
              {tc(kind)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Field
        label={t('adviceWords')}
        hint={t('adviceWordsHint')}
        name="words"
        lines={3}
        maxLength={2000}
        value={form.words}
        error={missing(form).words}
        onInput={(words) => change({ words })}
      />
      <StepFields
        form={form}
        missing={missing(form)}
        label={t(form.kind === 'resource' ? 'stepOfYours' : 'step')}
        change={change}
      />
    </FormSheet>
  );
}

interface StepProps {
  form: Pick<AdviceForm, 'step' | 'how_seen' | 'due'>;
  label: string;
  missing: Missing;
  change: (part: Partial<Pick<AdviceForm, 'step' | 'how_seen' | 'due'>>) => unknown;
}

/** One step, how both will see it, and until when. */
export function StepFields({ form, label, missing, change }: StepProps) {
  return (
    <>
      <Field
        label={label}
        name="step"
        maxLength={2000}
        value={form.step}
        error={missing.step}
        onInput={(step) => change({ step })}
      />
      <Field
        label={t('howSeen')}
        name="how_seen"
        maxLength={2000}
        value={form.how_seen}
        error={missing.how_seen}
        onInput={(how_seen) => change({ how_seen })}
      />
      <Field
        label={t('due')}
        name="due"
        type="date"
        min={dayOf()}
        value={form.due}
        error={missing.due}
        onInput={(due) => change({ due })}
      />
    </>
  );
}
