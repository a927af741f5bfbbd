/** A product as it stands in the form. Pure. */
import { both, isSaid, UNSAID, type InBoth } from '../kit/form/both';
import type { Money } from '../kit/i18n/format';
import type { Product } from './remote';

export interface ProductForm {
  name: InBoth;
  price: Money | null;
}

export type Wrong = 'name' | 'price' | 'key';

const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/;

export const BLANK: ProductForm = { name: UNSAID, price: null };

export function formOf({ name, price }: Product): ProductForm {
  return { name, price };
}

export function whatIsWrong({ name, price }: ProductForm, key?: string): Wrong[] {
  const wrong: Wrong[] = [];
  if (!isSaid(name)) wrong.push('name');
  if (price === null) wrong.push('price');
  if (key !== undefined && !KEY.test(key)) wrong.push('key');
  return wrong;
}

/** "Voyage Plus" → "voyage-plus"; a name in Chinese alone gives none. */
export function keyFor(name: InBoth): string {
  const letters = name.en
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return letters.replace(/^-+|-+$/g, '').slice(0, 40);
}

export function changeOf({ name, price }: Partial<ProductForm>) {
  return { ...(name && { name: both(name) }), ...(price && { price }) };
}
