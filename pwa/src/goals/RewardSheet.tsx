import { FormSheet } from '../commitments/FormSheet';
import { fullName } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { Field } from '../kit/ui/Field';
import { say } from '../kit/ui/Toast';
import { sayThanks } from './actions';
import { draftOf, REWARD } from './goals';
import type { GoalDetail } from './wire';
import { t } from './words-of-one';

interface Props {
  goal: GoalDetail;
  onClose: () => unknown;
}

/** Thanks before the team, with what helped: a reason, and no prize. */
export default function RewardSheet({ goal, onClose }: Props) {
  const draft = useDraft<{ why: string }>(draftOf(REWARD, goal.id), { why: '' });
  const { why } = draft.value.value;
  const save = async () => {
    await sayThanks(goal, why);
    say(t('thanked'));
  };
  return (
    <FormSheet
      title={t('thanksTitle', { name: fullName(goal.owner) })}
      saveLabel={t('sayThanks')}
      lacks={() => (why.trim() ? null : t('lackThanks'))}
      save={save}
      onClose={onClose}
    >
      <Field
        label={t('thanksTitle', { name: fullName(goal.owner) })}
        hint={t('thanksHint')}
        name="why"
        lines={3}
        maxLength={2000}
        value={why}
        onInput={(next) => (draft.value.value = { why: next })}
      />
    </FormSheet>
  );
}
