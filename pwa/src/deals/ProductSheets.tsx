import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { both } from '../kit/form/both';
import { BothLanguages, Ending, Meanwhile, nowIs, Problem } from '../kit/form/Parts';
import { isCode, pointsAt } from '../kit/form/problems';
import { useEditing } from '../kit/form/use-editing';
import { useSending } from '../kit/form/use-sending';
import { money } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { MoneyField } from './MoneyField';
import {
  BLANK,
  changeOf,
  formOf,
  keyFor,
  whatIsWrong,
  type ProductForm,
  type Wrong,
} from './products';
import { addProduct, changeProduct, type Product } from './remote';
import { t as tm } from './words-of-money';
import { t } from './words-of-products';

interface Ends {
  onSaved: () => unknown;
  onClose: () => unknown;
}

/** `like` is another product: the new one is sold in the same currency. */
export function NewProduct({ like, onSaved, onClose }: Ends & { like: Product | undefined }) {
  const [id, setId] = useState(uuid7);
  const [form, setForm] = useState(BLANK);
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const key = typedKey ?? keyFor(form.name);
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: whatIsWrong(form, key).length === 0,
    send: async () => {
      if (form.price === null) return;
      const added = await addProduct({ id, key, name: both(form.name), price: form.price });
      say(t('added', { name: inMyLanguage(added.name) }));
      onSaved();
    },
  });
  const isTaken = isCode(problem, 'product_key_taken');
  const renew = () => {
    // Other content is another birth: the first may have arrived although its answer was lost.
    if (problem !== null) setId(uuid7());
    forget();
  };
  const wrong = asked ? whatIsWrong(form, key) : [];
  return (
    <Sheet open title={t('newOne')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Fields
          form={form}
          wrong={wrong}
          problem={problem}
          currency={like?.price.currency ?? 'CNY'}
          onChange={(part) => {
            setForm({ ...form, ...part });
            renew();
          }}
        />
        <Field
          label={t('key')}
          hint={t('keyHint')}
          name="key"
          autocomplete="off"
          maxLength={40}
          value={key}
          error={isTaken ? t('keyTaken') : wrong.includes('key') ? t('needKey') : undefined}
          onInput={(typed) => {
            setTypedKey(typed);
            renew();
          }}
        />
        <Problem of={problem} unless={isTaken || pointsAt(problem, '/price')} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

interface SheetProps extends Ends {
  product: Product;
  onRetire: (product: Product) => unknown;
}

export function ProductSheet({ product, onSaved, onRetire, onClose }: SheetProps) {
  const edit = useEditing<ProductForm, Product>({
    stored: product,
    fieldsOf: formOf,
    isComplete: (draft) => whatIsWrong(draft).length === 0,
    save: (patch, version) => changeProduct(product.id, changeOf(patch), version),
    onSaved: () => {
      say(t('saved'));
      onSaved();
    },
  });
  const { draft, base, change, asked, busy, problem, submit } = edit;
  return (
    <Sheet open title={t('change', { name: inMyLanguage(base.name) })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={edit.meanwhile.map((field) => shownAs(field, base))} />
        <Fields
          form={draft}
          wrong={asked ? whatIsWrong(draft) : []}
          problem={problem}
          currency={base.price.currency}
          onChange={change}
        />
        <p class="meta">{t('priceHint')}</p>
        <Problem of={problem} unless={pointsAt(problem, '/price')} />
        <Ending busy={busy} onClose={onClose}>
          <Button onClick={() => onRetire(base)}>
            {t(base.retired ? 'offerAgain' : 'retire')}
          </Button>
        </Ending>
      </form>
    </Sheet>
  );
}

interface FieldsProps {
  form: ProductForm;
  wrong: readonly Wrong[];
  problem: unknown;
  currency: string;
  onChange: (part: Partial<ProductForm>) => unknown;
}

function Fields({ form, wrong, problem, currency, onChange }: FieldsProps) {
  return (
    <>
      <BothLanguages
        label={t('name')}
        name="name"
        value={form.name}
        error={wrong.includes('name') ? t('needName') : undefined}
        onInput={(name) => onChange({ name })}
      />
      <MoneyField
        label={t('price')}
        value={form.price}
        currency={currency}
        error={wrong.includes('price') ? tm('needAmount') : undefined}
        currencyError={pointsAt(problem, '/price') ? tm('currencyUnknown') : undefined}
        onChange={(price) => onChange({ price })}
      />
    </>
  );
}

function shownAs(field: keyof ProductForm, row: Product): string {
  return nowIs(t(field), field === 'name' ? inMyLanguage(row.name) : money(row.price));
}
