import { useState } from 'preact/hooks';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { longDay } from '../kit/i18n/format';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { undo } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import type { CalendarDay } from './wire';
import { t } from './words-of-calendar';

interface Props {
  day: CalendarDay;
  onName: (name: string) => Promise<unknown>;
  onGiveBack: () => Promise<unknown>;
  onClose: () => unknown;
}

export function DayName({ day, onName, onGiveBack, onClose }: Props) {
  const [name, setName] = useState(day.name ?? '');
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: name.trim() !== '',
    send: async () => {
      await onName(name.trim());
      say(t('renamed'));
      onClose();
    },
  });
  const giveBack = async () => {
    onClose();
    await onGiveBack();
  };
  return (
    <Sheet open title={t('rename', { day: longDay(day.day) })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('name')}
          hint={t('renameWhy')}
          name="day-name"
          maxLength={60}
          value={name}
          error={asked && !name.trim() ? t('needName') : undefined}
          onInput={(typed) => {
            setName(typed);
            forget();
          }}
        />
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose}>
          <Button icon={undo} onClick={giveBack}>
            {t('giveBack')}
          </Button>
        </Ending>
      </form>
    </Sheet>
  );
}
