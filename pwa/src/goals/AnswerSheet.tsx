import { FormSheet } from '../commitments/FormSheet';
import { t as tc } from '../commitments/words-of-corrections';
import { useDraft } from '../kit/outbox';
import { Field } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
import { say } from '../kit/ui/Toast';
import { answerAdvice } from './actions';
import { StepFields } from './AdviceSheet';
import { ADVICE_ANSWER, draftOf } from './goals';
import { useMissing } from './step-form';
import type { AnswerForm, Correction, GoalDetail } from './wire';
import { t } from './words-of-one';

const CORRECTIONS: readonly Correction[] = ['direction', 'method', 'knowledge', 'skill'];
const BLANK: AnswerForm = { words: '', correction: null, step: '', how_seen: '', due: '' };

interface Props {
  goal: GoalDetail;
  onClose: () => unknown;
}

/** The rep sees another cause: which, of what kind, and the own step. */
export default function AnswerSheet({ goal, onClose }: Props) {
  const draft = useDraft<AnswerForm>(draftOf(ADVICE_ANSWER, goal.id), BLANK);
  const form = draft.value.value;
  const change = (part: Partial<AnswerForm>) =>
    (draft.value.value = { ...draft.value.peek(), ...part });
  const { check, missing } = useMissing();
  const lacks = () => {
    const isOpen = check(form);
    if (!form.correction) return t('lackKind');
    return isOpen || null;
  };
  const save = async () => {
    await answerAdvice(goal, form);
    say(t('answered'));
  };
  return (
    <FormSheet title={t('causeTitle')} lacks={lacks} save={save} onClose={onClose}>
      <Field
        label={t('cause')}
        name="words"
        lines={2}
        maxLength={2000}
        value={form.words}
        error={missing(form).words}
        onInput={(words) => change({ words })}
      />
      <Seg
        legend={t('about')}
        showLegend
        name="correction"
        options={CORRECTIONS.map((value) => ({ value, label: tc(value) }))}
        value={form.correction}
        onChange={(correction) => change({ correction })}
      />
      <StepFields form={form} missing={missing(form)} label={t('ownStep')} change={change} />
    </FormSheet>
  );
}
