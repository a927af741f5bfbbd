import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { purposes } from './choices';
import type { Purpose } from './wire';
import { t } from './words';

interface Props {
  legend: string;
  value: Purpose | null;
  error?: string | undefined;
  onPick: (purpose: Purpose) => void;
}

/** What the visit was for, or is to be. */
export function PurposePicks({ legend, value, error, onPick }: Props) {
  return (
    <Picks legend={legend} error={error}>
      <Chips>
        {purposes.map((purpose) => (
          <Pick
            key={purpose}
            name="purpose"
            value={purpose}
            checked={value === purpose}
            onPick={() => onPick(purpose)}
          >
            {t(purpose)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}
