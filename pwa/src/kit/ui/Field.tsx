import { useId } from 'preact/hooks';
import { shortDay, weekday } from '../i18n/format';
import { lang } from '../i18n/lang';
import { DOT } from './dots';

interface Props {
  label: string;
  name: string;
  value: string;
  onInput: (value: string) => unknown;
  hint?: string;
  /** What is wrong and the way out of it; the typed text stays. */
  error?: string | undefined;
  /** Grows with its text. */
  lines?: number;
  type?: 'text' | 'password' | 'date' | 'time' | 'search';
  inputMode?: 'text' | 'decimal' | 'numeric' | 'search';
  autocomplete?: string;
  required?: boolean;
  maxLength?: number;
  placeholder?: string;
  /** Earliest and latest day or time. */
  min?: string;
  max?: string;
  /** The language of what is typed, when it is not the page's. */
  lang?: string;
  /** Offered while typing; what is typed need not be one of them. */
  offers?: readonly string[];
}

export function Field({
  label,
  hint,
  error,
  lines,
  onInput,
  type = 'text',
  offers,
  ...rest
}: Props) {
  const id = useId();
  const below = [type === 'date' && inMyLanguage(rest.value), hint].filter(Boolean).join(DOT);
  const said = [below && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    ...rest,
    id,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': said || undefined,
    list: offers && `${id}-offers`,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea {...shared} rows={lines} onInput={(e) => onInput(e.currentTarget.value)} />
      ) : (
        <input {...shared} {...inputType(type)} onInput={(e) => onInput(e.currentTarget.value)} />
      )}
      {offers && (
        <datalist id={`${id}-offers`}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
      {below && <span id={`${id}-hint`}>{below}</span>}
      {error && (
        <span id={`${id}-error`} class="problem" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

/** The browser writes a chosen day as the device does; here it stands as the app does, where they differ: "Tuesday · 1 Dec". */
function inMyLanguage(day: string): string {
  const alike = navigator.language.slice(0, 2) === lang.value.slice(0, 2);
  return day && !alike ? [weekday(day), shortDay(day)].join(DOT) : '';
}

/** The element's types want one literal at a time; all of ours take the same attributes. */
function inputType(type: Props['type']): { type: 'text' } {
  return { type } as { type: 'text' };
}

interface SelectProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => unknown;
  options: readonly { value: string; label: string }[];
  error?: string | undefined;
}

/** For long lists only; up to seven answers are chips. */
export function Select({ label, name, value, onChange, options, error }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error && `${id}-error`}
        onChange={(e) => onChange(e.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <span id={`${id}-error`} class="problem" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
