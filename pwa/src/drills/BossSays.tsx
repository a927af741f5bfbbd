import { door, open, sign } from '../kit/ui/icons';
import { Pick, Picks, Tiles } from '../kit/ui/Pick';
import type { Part } from './Verdict';
import type { Verdict } from './wire';
import { t as tp } from './words-of-played';
import { t } from './words-of-verdict';

/** None is chosen beforehand. */
const VERDICTS: readonly { value: Verdict; icon: string }[] = [
  { value: 'would_sign', icon: sign },
  { value: 'would_meet_again', icon: open },
  { value: 'would_not', icon: door },
];

export function BossSays({
  notes,
  say,
  boss,
  error,
}: Part & { boss: string; error: string | undefined }) {
  return (
    <div class="stack boss">
      <Picks legend={t('wouldYou', { name: boss })} error={error}>
        <Tiles small>
          {VERDICTS.map(({ value, icon }) => (
            <Pick
              key={value}
              tall
              name="verdict"
              value={value}
              icon={icon}
              checked={notes.verdict === value}
              onPick={() => say({ verdict: value })}
            >
              {tp(value)}
            </Pick>
          ))}
        </Tiles>
      </Picks>
    </div>
  );
}
