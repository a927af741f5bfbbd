/** An objection type as it stands in the form. Pure. */
import { both, isSaid, UNSAID, type InBoth } from '../kit/form/both';
import type { ObjectionType } from './remote';

export interface TypeForm {
  name: InBoth;
  short: InBoth;
  words: InBoth;
}

/** A new type brings its first answer; from then on its answers are changed one by one. */
export interface NewTypeForm extends TypeForm {
  answer: InBoth;
}

export type Part = keyof NewTypeForm;
export type Wrong = Part | 'key';

export const PARTS: readonly (keyof TypeForm)[] = ['name', 'short', 'words'];
export const NEW_PARTS: readonly Part[] = [...PARTS, 'answer'];
export const BLANK: NewTypeForm = { name: UNSAID, short: UNSAID, words: UNSAID, answer: UNSAID };

const KEY = /^[a-z][a-z0-9_]{1,39}$/;

export function formOf({ name, short, words }: ObjectionType): TypeForm {
  return { name, short, words };
}

export function whatIsWrong(form: TypeForm & Partial<NewTypeForm>, key?: string): Wrong[] {
  const wrong: Wrong[] = NEW_PARTS.filter((part) => part in form && !isSaid(form[part] ?? UNSAID));
  if (key !== undefined && !KEY.test(key)) wrong.push('key');
  return wrong;
}

/** "Moving the factory" → "moving_the_factory"; a name in Chinese alone gives none. */
export function keyFor(name: InBoth): string {
  const letters = name.en
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return letters.replace(/^[_0-9]+|_+$/g, '').slice(0, 40);
}

/** What is left empty in one language is taken from the other. */
export function said<F extends Partial<NewTypeForm>>(form: F): F {
  const told = Object.entries(form).map(([part, text]) => [part, both(text)]);
  return Object.fromEntries(told) as F;
}
