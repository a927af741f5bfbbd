import { money, shortDay, type Money } from '../kit/i18n/format';
import { t } from './words';

type Options = Record<string, string>;

/** A value of a record as a person reads it; `options` are the words of the form's own choices. */
export function inWords(value: unknown, options: Options = {}): string {
  if (value === null || value === undefined || value === '') return t('nothing');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return options[value] ?? inPlain(value);
  if (typeof value !== 'object') return t('nothing');
  if (Array.isArray(value)) {
    return value.map((one) => inWords(one, options)).join(t('between')) || t('nothing');
  }
  if (isMoney(value)) return money(value);
  return isAnswer(value) ? answerInWords(value, options) : lineInWords(value, options);
}

/** An id says nothing to people; what it stands for is known only where the form has named it. */
function inPlain(text: string): string {
  if (/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/.test(text)) return t('another');
  return /^\d{4}-\d\d-\d\d$/.test(text) ? shortDay(text) : text;
}

function isMoney(value: object): value is Money {
  return 'amount_minor' in value && 'currency' in value;
}

/** One of the four answers of a client sheet. */
interface Answer {
  unknown: boolean;
  text?: string;
  items?: unknown[];
}

function isAnswer(value: object): value is Answer {
  return 'unknown' in value;
}

function answerInWords({ unknown, text, items }: Answer, options: Options): string {
  return unknown ? t('willAsk') : inWords(items ?? text, options);
}

/** What a client says and what we answer; else the parts of the line, without its id. */
function lineInWords(line: object, options: Options): string {
  const { words, type_key, answer, ...rest } = line as Record<string, unknown>;
  const said = words || type_key;
  if (typeof answer === 'string' && answer) {
    return t('exchange', { said: inWords(said, options), answer });
  }
  const others = Object.entries(rest).filter(([field]) => field !== 'id');
  const parts = [said, ...others.map(([, part]) => part)].filter(Boolean);
  return parts.map((part) => inWords(part, options)).join(' · ');
}
