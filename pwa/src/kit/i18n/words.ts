/**
 * Typed dictionaries. Each folder keeps its own `words.ts` beside its screens:
 *
 *   export const t = words({
 *     en: { waiting: { one: '{n} item waits', other: '{n} items wait' }, hello: 'Morning, {name}' },
 *     'zh-CN': { waiting: '{n} 条待发', hello: '{name}，早上好' },
 *   });
 *   t('hello', { name })   // a missing key, a missing or a wrong parameter does not compile
 */
import { lang } from './lang';

/** English tells one from many by the parameter `n`; Chinese does not. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export type Text = string | Plural;

type Other<T extends Text> = T extends Plural ? T['other'] : T;
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Params<T extends Text> = [Names<Other<T>>] extends [never]
  ? []
  : [Record<Names<Other<T>> & string, string | number>];

export interface Dictionary {
  readonly en: Readonly<Record<string, Text>>;
  readonly 'zh-CN': Readonly<Record<string, string>>;
}

export interface Translate<E extends Record<string, Text>> {
  <K extends keyof E & string>(key: K, ...params: Params<E[K]>): string;
  /** For the test that walks every dictionary. */
  readonly dictionary: Dictionary;
}

export function words<const E extends Record<string, Text>>(dictionary: {
  en: E;
  'zh-CN': { readonly [K in keyof NoInfer<E>]: string };
}): Translate<E> {
  const both = dictionary as Dictionary;
  const translate = (key: string, params: Record<string, string | number> = {}): string =>
    fill(choose(both[lang.value][key] ?? key, params), params);
  return Object.assign(translate, { dictionary: both });
}

function choose(text: Text, params: Record<string, string | number>): string {
  if (typeof text === 'string') return text;
  return Number(params['n']) === 1 ? text.one : text.other;
}

function fill(text: string, params: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
