import { Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { AmountExpected } from './AmountField';
import { PurposePicks } from './PurposePicks';
import type { Part } from './use-check-in-form';
import type { Purpose } from './wire';
import { t as tc } from './words-of-check-in';
import { t as tp } from './words-of-plan';

/** Folded away: most visits need none of it. Open when something was written in it already. */
export function MoreFacts({ planned, ...part }: Part & { planned: Purpose }) {
  const { form, change } = part;
  const used = Boolean(form.competitor || form.note);
  return (
    <Fold
      title={tc('moreFacts')}
      meta={tc('moreFactsMeta')}
      open={used || part.lacks('amountUnclear')}
    >
      <PurposePicks
        legend={tp('purpose')}
        value={form.purpose ?? planned}
        onPick={(purpose) => change({ purpose })}
      />
      <Field
        label={tc('competitor')}
        name="competitor"
        value={form.competitor}
        maxLength={60}
        onInput={(competitor) => change({ competitor })}
      />
      <AmountExpected {...part} />
      <Field
        label={tc('note')}
        name="note"
        value={form.note}
        lines={2}
        maxLength={2000}
        onInput={(note) => change({ note })}
      />
    </Fold>
  );
}
