import { useState } from 'preact/hooks';
import { dayOf } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { useWorkedDays } from '../visits/worked-days';
import { leave, move, skip, take } from './actions';
import type { Review } from './wire';
import { t } from './words-of-review';

const EARLIEST = '07:00';
const LATEST = '22:00';

interface Props {
  review: Review;
  onClose: () => unknown;
}

interface MoveProps extends Props {
  /** The day that is offered first. */
  to?: string;
}

export function MoveSheet({ review, to, onClose }: MoveProps) {
  const done = async (day: string, starts: string, reason: string) => {
    await move(review, { day, starts }, reason);
    say(t('moved'));
    onClose();
  };
  return (
    <TimeSheet
      title={t('moveTitle')}
      save={t('moveSave')}
      {...{ review, to, onClose, done }}
      asksWhy
    />
  );
}

export function TakeSheet({ review, onClose }: Props) {
  const done = async (day: string, starts: string) => {
    await take(review, { day, starts });
    onClose();
  };
  return <TimeSheet title={t('takeTitle')} save={t('take')} {...{ review, onClose, done }} />;
}

interface TimeProps extends MoveProps {
  title: string;
  save: string;
  asksWhy?: boolean;
  done: (day: string, starts: string, reason: string) => Promise<void>;
}

function TimeSheet({ review, to, title, save, asksWhy = false, done, onClose }: TimeProps) {
  const today = dayOf();
  const days = useWorkedDays();
  const [day, setDay] = useState(to ?? (review.day < today ? today : review.day));
  const [starts, setStarts] = useState(review.starts);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const lackDay = day < today ? t('lackDay') : days.offOf(day);
  const lackHour = starts < EARLIEST || starts > LATEST ? t('lackHour') : undefined;
  const press = async () => {
    setAsked(true);
    if (!lackDay && !lackHour && (!asksWhy || reason.trim()))
      await done(day, starts, reason.trim());
  };
  return (
    <Sheet open title={title} onClose={onClose}>
      <Field
        label={t('day')}
        name="day"
        type="date"
        min={today}
        value={day}
        error={asked ? lackDay : undefined}
        onInput={setDay}
      />
      <Field
        label={t('starts')}
        name="starts"
        type="time"
        min={EARLIEST}
        max={LATEST}
        value={starts}
        error={asked ? lackHour : undefined}
        onInput={setStarts}
      />
      {asksWhy && <Why value={reason} onInput={setReason} asked={asked} />}
      <Button look="main" onClick={press}>
        {save}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

export function SkipSheet({ review, onClose }: Props) {
  return (
    <WhySheet
      title={t('skipTitle')}
      why={t('skipWhy')}
      save={t('skipSave')}
      onClose={onClose}
      done={async (reason) => {
        await skip(review, reason);
        say(t('skipped'));
      }}
    />
  );
}

export function LeaveSheet({ review, onClose }: Props) {
  return (
    <WhySheet
      title={t('leaveTitle')}
      save={t('leave')}
      onClose={onClose}
      done={(reason) => leave(review, reason)}
    />
  );
}

interface WhyProps {
  title: string;
  why?: string;
  save: string;
  done: (reason: string) => Promise<void>;
  onClose: () => unknown;
}

function WhySheet({ title, why, save, done, onClose }: WhyProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const press = async () => {
    setAsked(true);
    if (!reason.trim()) return;
    await done(reason.trim());
    onClose();
  };
  return (
    <Sheet open title={title} onClose={onClose}>
      {why && <p>{why}</p>}
      <Why value={reason} onInput={setReason} asked={asked} />
      <Button look="main" onClick={press}>
        {save}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

interface ReasonProps {
  value: string;
  onInput: (reason: string) => unknown;
  asked: boolean;
}

function Why({ value, onInput, asked }: ReasonProps) {
  return (
    <Field
      label={t('reason')}
      hint={t('reasonHint')}
      name="reason"
      lines={2}
      maxLength={2000}
      value={value}
      error={asked && !value.trim() ? t('lackReason') : undefined}
      onInput={onInput}
    />
  );
}
