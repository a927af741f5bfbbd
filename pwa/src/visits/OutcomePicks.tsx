import { Pick, Picks, Tiles } from '../kit/ui/Pick';
import { rareOutcomes, usualOutcomes } from './choices';
import type { Part } from './use-check-in-form';
import { t } from './words';
import { t as tc } from './words-of-check-in';

/** No outcome is chosen beforehand: the rep says how it went, not the app. */
export function OutcomePicks({ form, change, lacks }: Part) {
  const tile = ({ value, icon }: (typeof usualOutcomes)[number]) => (
    <Pick
      key={value}
      name="outcome"
      value={value}
      icon={icon}
      checked={form.outcome === value}
      onPick={() => change({ outcome: value })}
    >
      {t(value)}
    </Pick>
  );
  return (
    <Picks legend={tc('how')} error={lacks('outcome') ? tc('lackOutcome') : undefined}>
      <Tiles>{usualOutcomes.map(tile)}</Tiles>
      <Tiles small>{rareOutcomes.map(tile)}</Tiles>
    </Picks>
  );
}
