import { Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Seg } from '../kit/ui/Seg';
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
      <Seg
        legend={tc('confidence')}
        showLegend
        name="confidence"
        options={[
          { value: '1', label: tc('unsure') },
          { value: '2', label: tc('fairly') },
          { value: '3', label: tc('sure') },
        ]}
        value={form.confidence === null ? null : String(form.confidence)}
        onChange={(chosen) => change({ confidence: Number(chosen) })}
      />
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
