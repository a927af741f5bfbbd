import { Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { AmountExpected } from './AmountField';
import type { Part } from './use-check-in-form';
import { t as tc } from './words-of-check-in';

/** Folded away: most visits need none of it. Open when something was written in it already. */
export function MoreFacts(part: Part) {
  const { form, change } = part;
  const used = Boolean(form.competitor || form.note);
  return (
    <Fold
      title={tc('moreFacts')}
      meta={tc('moreFactsMeta')}
      open={used || part.lacks('amountUnclear')}
    >
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
