import { useState } from 'preact/hooks';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { say } from '../kit/ui/Toast';
import { moveVisit, type Moved, type VisitAtHand } from './actions';
import { DayPicks } from './DayPicks';
import { useDaysToOffer } from './use-days';
import { t } from './words';
import { t as tp } from './words-of-plan';

interface Props {
  visit: Pick<VisitAtHand, 'id' | 'client'>;
  onDone: () => void;
}

export function MoveForm({ visit, onDone }: Props) {
  const [move, setMove] = useState<Moved>({ toDay: '', time: '', reason: '' });
  const [asked, setAsked] = useState(false);
  const days = useDaysToOffer();
  const save = async () => {
    setAsked(true);
    if (!move.toDay || !move.reason.trim()) return;
    try {
      await moveVisit(visit, move);
      say(tp('moved', { day: dayInSentence(move.toDay) }));
      onDone();
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <>
      <DayPicks
        legend={tp('when')}
        name="to_day"
        offered={days}
        value={move.toDay || null}
        min={dayOf()}
        error={asked && !move.toDay ? tp('lackMoveDay') : undefined}
        onChange={(toDay) => setMove({ ...move, toDay })}
      />
      <Field
        label={tp('time')}
        name="planned_time"
        type="time"
        value={move.time}
        onInput={(time) => setMove({ ...move, time })}
      />
      <Field
        label={tp('reason')}
        name="reason"
        value={move.reason}
        maxLength={2000}
        error={asked && !move.reason.trim() ? tp('lackReason') : undefined}
        onInput={(reason) => setMove({ ...move, reason })}
      />
      <Button look="main" onClick={save}>
        {tp('moveYes')}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {tp('leave')}
      </Button>
    </>
  );
}
