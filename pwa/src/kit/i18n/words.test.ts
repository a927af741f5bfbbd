/** Walks every dictionary of the app: what a reader of one language sees, the other sees too. */
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { lang } from './lang';
import { words, type Dictionary, type Text, type Translate } from './words';

const modules = import.meta.glob<Record<string, unknown>>(
  ['/src/**/words*.ts', '!/src/**/*.test.ts'],
  { eager: true },
);

const dictionaries = Object.entries(modules).flatMap(([file, module]) =>
  Object.values(module)
    .filter((part): part is Translate<Record<string, Text>> => isTranslate(part))
    .map((part): [string, Dictionary] => [file, part.dictionary]),
);

function isTranslate(part: unknown): boolean {
  return typeof part === 'function' && 'dictionary' in part;
}

function forms(text: Text): string[] {
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function parameters(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

it('finds the dictionaries', () => {
  expect(dictionaries.length).toBeGreaterThan(1);
});

/** The clock read out "1 minutes 1 seconds left". Two numbers are put together from two texts. */
const COUNTED =
  /\{\w+\} (?:\w+ )?(?:minutes|seconds|hours|days|times|rounds|lines|items|visits|cards|clients)\b/;

describe.each(dictionaries)('%s', (_, dictionary) => {
  const { en, 'zh-CN': zh } = dictionary;

  it('says the same things in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries(en))('%s: is complete, with the same parameters', (key, text) => {
    const translated = zh[key] ?? '';
    for (const form of [...forms(text), translated]) expect(form.trim()).not.toBe('');
    const wanted = parameters(forms(text).at(-1) ?? '');
    expect(parameters(translated)).toEqual(wanted);
  });

  it.each(Object.entries(en))('%s: tells one from many where it counts', (_key, text) => {
    if (typeof text === 'string') expect(text).not.toMatch(COUNTED);
    else expect(text.other).toContain('{n}');
  });

  it.each(Object.entries(zh))('%s: writes Chinese with full-width punctuation', (_key, text) => {
    expect(text).not.toMatch(
      /[\p{Script=Han}”》）}][,;:!?(]|[,;:!?()]\p{Script=Han}|[\p{Script=Han}”》）]\.|\p{Script=Han}\)/u,
    );
  });

  it.each([...Object.entries(en), ...Object.entries(zh)])('%s: does not shout', (_key, text) => {
    for (const form of forms(text)) expect(form).not.toMatch(/[!！]/);
  });
});

describe('a dictionary', () => {
  const t = words({
    en: { waiting: { one: '{n} item waits', other: '{n} items wait' }, hello: 'Morning, {name}' },
    'zh-CN': { waiting: '{n} 条待发', hello: '{name}，早上好' },
  });

  beforeEach(() => {
    lang.value = 'en';
  });

  it('tells one from many in English', () => {
    expect([t('waiting', { n: 1 }), t('waiting', { n: 2 })]).toEqual([
      '1 item waits',
      '2 items wait',
    ]);
  });

  it('follows the language of the phone', () => {
    lang.value = 'zh-CN';
    expect(t('hello', { name: '小满' })).toBe('小满，早上好');
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('does not accept a missing parameter', () => {
    expectTypeOf(t<'hello'>).parameters.toEqualTypeOf<['hello', { name: string | number }]>();
  });

  it('does not accept a language that says less than the other', () => {
    // @ts-expect-error the Chinese text of "bye" is missing
    words({ en: { hello: 'Hello', bye: 'Bye' }, 'zh-CN': { hello: '你好' } });
    // @ts-expect-error the English text of "bye" is missing
    words({ en: { hello: 'Hello' }, 'zh-CN': { hello: '你好', bye: '再见' } });
    expect(t.dictionary.en).toHaveProperty('hello');
  });
});
