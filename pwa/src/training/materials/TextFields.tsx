import { isSafe } from '../../kit/markdown/parse';
import { Markdown } from '../../kit/markdown/Markdown';
import { Card } from '../../kit/ui/Card';
import { Field } from '../../kit/ui/Field';
import { MOST_BODY } from './at-hand';
import { t } from './words';

interface Props {
  value: string;
  onInput: (value: string) => unknown;
  error?: string;
}

/** The words, and under them how they will look. */
export function TextFields({ value, onInput, error }: Props) {
  return (
    <>
      <Field
        label={t('body')}
        hint={t('bodyHint')}
        name="body"
        lines={6}
        maxLength={MOST_BODY}
        value={value}
        error={error}
        onInput={onInput}
      />
      {value.trim() && (
        <Card>
          <p class="meta">{t('looks')}</p>
          <Markdown text={value} />
        </Card>
      )}
    </>
  );
}

export function AddressField({ value, onInput, error }: Props) {
  return (
    <Field
      label={t('address')}
      hint={t('addressHint')}
      name="address"
      maxLength={2000}
      autocomplete="off"
      value={value}
      error={error}
      onInput={onInput}
    />
  );
}

/** As the server asks of a link. */
export function isWholeAddress(typed: string): boolean {
  const address = typed.trim();
  return /^https:\/\/[^\s\\]+$/.test(address) && isSafe(address);
}
