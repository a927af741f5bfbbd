import { useState } from 'preact/hooks';
import { dayOf } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { useWorkedDays } from '../visits/worked-days';
import { moveRide } from './actions';
import type { DayAtHand } from './at-hand';
import { t } from './words';

/** A day moves with a reason and never vanishes. */
export function MoveSheet({ day, onClose }: { day: DayAtHand; onClose: () => unknown }) {
  const days = useWorkedDays();
  const [chosen, setTo] = useState<string | null>(null);
  const to = chosen ?? days.after(day.day < dayOf() ? dayOf() : day.day);
  const [why, setWhy] = useState('');
  const [lack, setLack] = useState<'needWhy' | 'needDay' | 'cannotSave' | null>(null);
  const save = async () => {
    if (!to || to < dayOf() || days.offOf(to)) {
      setLack('needDay');
      return;
    }
    if (!why.trim()) {
      setLack('needWhy');
      return;
    }
    try {
      await moveRide(day, { to_day: to, why: why.trim(), short_notice: to === dayOf() });
      say(t('moved'));
      onClose();
    } catch {
      setLack('cannotSave');
    }
  };
  return (
    <Sheet open title={t('moveTitle')} onClose={onClose}>
      <Field
        label={t('day')}
        name="to_day"
        type="date"
        min={dayOf()}
        value={to}
        error={lack === 'needDay' ? (days.offOf(to) ?? t(lack)) : undefined}
        onInput={setTo}
      />
      <Field
        label={t('moveWhy')}
        name="why"
        lines={2}
        maxLength={2000}
        value={why}
        error={lack && lack !== 'needDay' ? t(lack) : undefined}
        onInput={setWhy}
      />
      <Button look="main" onClick={save}>
        {t('moveSave')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
