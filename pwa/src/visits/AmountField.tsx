import { Field } from '../kit/ui/Field';
import { mayHaveAmount, needsAmount } from './check-in';
import type { Part } from './use-check-in-form';
import { t as tc } from './words-of-check-in';

/** Signed or paid: how much, right below the outcome. */
export function AmountWhenDue(part: Part) {
  const { outcome } = part.form;
  if (!needsAmount(outcome)) return null;
  return <AmountField {...part} label={tc(outcome === 'paid' ? 'amountPaid' : 'amountSigned')} />;
}

/** What the client may order, when there is something new to say about it. */
export function AmountExpected(part: Part) {
  const { outcome } = part.form;
  if (needsAmount(outcome) || !mayHaveAmount(outcome)) return null;
  return <AmountField {...part} label={tc('amountExpected')} />;
}

function AmountField({ form, change, lacks, label }: Part & { label: string }) {
  return (
    <Field
      label={label}
      name="amount"
      value={form.amount}
      inputMode="decimal"
      autocomplete="off"
      hint={tc('amountHint')}
      error={problemIn(lacks)}
      onInput={(amount) => change({ amount })}
    />
  );
}

function problemIn(lacks: Part['lacks']): string | undefined {
  if (lacks('amount')) return tc('lackAmount');
  return lacks('amountUnclear') ? tc('lackAmountUnclear') : undefined;
}
