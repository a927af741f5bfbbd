import { useState } from 'preact/hooks';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { say } from '../kit/ui/Toast';
import { cancelVisit, type VisitAtHand } from './actions';
import { t } from './words';
import { t as tp } from './words-of-plan';

interface Props {
  visit: Pick<VisitAtHand, 'id' | 'client'>;
  onDone: () => void;
}

export function CancelForm({ visit, onDone }: Props) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    if (!reason.trim()) return;
    try {
      await cancelVisit(visit, reason);
      say(tp('cancelled'));
      onDone();
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <>
      <Field
        label={tp('reason')}
        name="reason"
        value={reason}
        maxLength={2000}
        error={asked && !reason.trim() ? tp('lackReason') : undefined}
        onInput={setReason}
      />
      <Button look="main" onClick={save}>
        {tp('cancelYes')}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {tp('leave')}
      </Button>
    </>
  );
}
