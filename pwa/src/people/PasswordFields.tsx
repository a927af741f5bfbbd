import { useState } from 'preact/hooks';
import { Field } from '../kit/ui/Field';
import { Chips, Pick } from '../kit/ui/Pick';
import { mayBeUsed, strengthOf } from './password';
import { t } from './words';

interface Props {
  label: string;
  value: string;
  onInput: (value: string) => unknown;
  autocomplete: 'current-password' | 'new-password';
  error?: string | undefined;
  /** Whose new password it is: then the field says how good it is. */
  login?: string;
  /** Somebody tried to go on: a new password that is too short is now an error. */
  isAsked?: boolean;
}

/** A password that can be looked at while it is typed: thumbs slip. */
export function PasswordField(props: Props) {
  const { label, value, onInput, autocomplete, login } = props;
  const error = props.error ?? tooShort(props);
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Field
        label={label}
        name={autocomplete}
        type={isShown ? 'text' : 'password'}
        autocomplete={autocomplete}
        required
        value={value}
        error={error}
        {...(login !== undefined && !error && { hint: hintOf(value, login) })}
        onInput={onInput}
      />
      <Chips>
        <Pick many name={`show-${autocomplete}`} value="show" checked={isShown} onPick={setShown}>
          {t('show')}
        </Pick>
      </Chips>
    </>
  );
}

function tooShort({ value, login, isAsked }: Props): string | undefined {
  if (!isAsked || login === undefined || mayBeUsed(value)) return undefined;
  return hintOf(value, login);
}

function hintOf(value: string, login: string): string {
  const strength = strengthOf(value, login);
  return strength.key === 'passwordShort' ? t(strength.key, strength) : t(strength.key);
}
