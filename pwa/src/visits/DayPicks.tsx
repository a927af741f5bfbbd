import { useState } from 'preact/hooks';
import { relativeDay } from '../kit/i18n/format';
import { Field } from '../kit/ui/Field';
import { date } from '../kit/ui/icons';
import { ChipButton, Chips, Pick, Picks } from '../kit/ui/Pick';
import { t } from './words';

interface Props {
  legend: string;
  name: string;
  /** The likely days; any other one through the phone's own calendar. */
  offered: readonly string[];
  value: string | null;
  min: string;
  error?: string | undefined;
  onChange: (day: string) => void;
}

export function DayPicks({ legend, name, offered, value, min, error, onChange }: Props) {
  const [asking, setAsking] = useState(false);
  const days = value && !offered.includes(value) ? [...offered, value] : offered;
  return (
    <Picks legend={legend} error={error}>
      <Chips>
        {days.map((day) => (
          <Pick
            key={day}
            name={name}
            value={day}
            checked={value === day}
            onPick={() => onChange(day)}
          >
            {relativeDay(day)}
          </Pick>
        ))}
        <ChipButton icon={date} onClick={() => setAsking(true)}>
          {t('otherDay')}
        </ChipButton>
      </Chips>
      {asking && (
        <Field
          label={t('whichDay')}
          name={`${name}-other`}
          type="date"
          value={value ?? ''}
          min={min}
          onInput={(day) => day && onChange(day)}
        />
      )}
    </Picks>
  );
}
