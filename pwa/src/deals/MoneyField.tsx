import { useState } from 'preact/hooks';
import { inUnits } from '../clients/AmountField';
import { minorUnits, type Money } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { Field, Select } from '../kit/ui/Field';
import { t } from './words-of-money';

interface Props {
  label: string;
  value: Money | null;
  /** Kept while no sum is typed. */
  currency: string;
  error: string | undefined;
  currencyError?: string | undefined;
  onChange: (amount: Money | null) => unknown;
}

/** A sum and its currency, for those who set prices; a rep's amounts keep the currency they have. */
export function MoneyField({ label, value, currency, error, currencyError, onChange }: Props) {
  const [chosen, setChosen] = useState(value?.currency ?? currency);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value ? inUnits(value) : '');
  const tell = (next: string, code: string) => {
    setTyped(next);
    setChosen(code);
    const minor = minorUnits(next, code);
    onChange(minor === null ? null : { amount_minor: minor, currency: code });
  };
  return (
    <>
      <Field
        label={label}
        name="amount"
        inputMode="decimal"
        value={text}
        error={error}
        onInput={(next) => tell(next, chosen)}
      />
      <Select
        label={t('currency')}
        name="currency"
        value={chosen}
        options={currencies()}
        error={currencyError}
        onChange={(code) => tell(text, code)}
      />
    </>
  );
}

/** Those the browser knows, old ones among them; the server takes those that are in use. */
function currencies(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(lang.value, { type: 'currency' });
  return Intl.supportedValuesOf('currency')
    .map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}` }))
    .filter(({ value, label }) => label !== `${value} ${value}`);
}
