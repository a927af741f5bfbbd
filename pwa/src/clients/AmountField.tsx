import { useState } from 'preact/hooks';
import { minorUnits, type Money } from '../kit/i18n/format';
import { Field } from '../kit/ui/Field';

interface Props {
  label: string;
  /** Shown while what was typed is not a sum; until it is, no amount is kept. */
  error: string;
  value: Money | null;
  onChange: (amount: Money | null) => unknown;
}

const CURRENCY = 'CNY';

export function AmountField({ label, error, value, onChange }: Props) {
  const currency = value?.currency ?? CURRENCY;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value ? inUnits(value) : '');
  const isClear = !text.trim() || minorUnits(text, currency) !== null;
  const type = (next: string) => {
    setTyped(next);
    const minor = minorUnits(next, currency);
    onChange(minor === null ? null : { amount_minor: minor, currency });
  };
  return (
    <Field
      label={label}
      name="amount"
      inputMode="decimal"
      value={text}
      error={isClear ? undefined : error}
      onInput={type}
    />
  );
}

/** As it is typed: 29800 rather than ¥29,800. */
export function inUnits({ amount_minor, currency }: Money): string {
  const shape = new Intl.NumberFormat('en', { style: 'currency', currency });
  return String(amount_minor / 10 ** (shape.resolvedOptions().maximumFractionDigits ?? 2));
}
