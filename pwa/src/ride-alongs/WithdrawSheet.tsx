import { useState } from 'preact/hooks';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { withdrawRide } from './actions';
import type { DayAtHand } from './at-hand';
import { t } from './words';

/** Nobody has said yes yet, so that why is optional. */
export function WithdrawSheet({ day, onClose }: { day: DayAtHand; onClose: () => unknown }) {
  const [why, setWhy] = useState('');
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      await withdrawRide(day, why.trim() || null);
      say(t('withdrawn'));
      onClose();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Sheet open title={t('withdrawTitle')} onClose={onClose}>
      <Field
        label={t('withdrawWhy')}
        name="reason"
        lines={2}
        maxLength={2000}
        value={why}
        error={failed ? t('cannotSave') : undefined}
        onInput={setWhy}
      />
      <Button look="main" onClick={save}>
        {t('withdraw')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('keepAsking')}
      </Button>
    </Sheet>
  );
}
