import { useState } from 'preact/hooks';
import { dayOf } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { leave, move, skip, take } from './actions';
import type { Review } from './wire';
import { t } from './words-of-review';

interface Props {
  review: Review;
  onClose: () => unknown;
}

export function MoveSheet({ review, onClose }: Props) {
  const done = async (day: string, starts: string, reason: string) => {
    await move(review, { day, starts }, reason);
    say(t('moved'));
    onClose();
  };
  return (
    <TimeSheet title={t('moveTitle')} save={t('moveSave')} {...{ review, onClose, done }} asksWhy />
  );
}

export function TakeSheet({ review, onClose }: Props) {
  const done = async (day: string, starts: string) => {
    await take(review, { day, starts });
    onClose();
  };
  return <TimeSheet title={t('takeTitle')} save={t('take')} {...{ review, onClose, done }} />;
}

interface TimeProps extends Props {
  title: string;
  save: string;
  asksWhy?: boolean;
  done: (day: string, starts: string, reason: string) => Promise<void>;
}

function TimeSheet({ review, title, save, asksWhy = false, done, onClose }: TimeProps) {
  const today = dayOf();
  const [day, setDay] = useState(review.day < today ? today : review.day);
  const [starts, setStarts] = useState(review.starts);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isThere = day >= today && starts !== '';
  const press = async () => {
    setAsked(true);
    if (isThere && (!asksWhy || reason.trim())) await done(day, starts, reason.trim());
  };
  return (
    <Sheet open title={title} onClose={onClose}>
      <Field
        label={t('day')}
        name="day"
        type="date"
        min={today}
        value={day}
        error={asked && !isThere ? t('lackDay') : undefined}
        onInput={setDay}
      />
      <Field label={t('starts')} name="starts" type="time" value={starts} onInput={setStarts} />
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
