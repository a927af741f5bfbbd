/** "by Today" once stood on four screens: what opens a sentence was put into its middle. */
import { expect, it } from 'vitest';
import type { Dictionary, Text } from './words';

const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.{ts,tsx}'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const modules = import.meta.glob<Record<string, unknown>>(
  ['/src/**/words*.ts', '!/src/**/*.test.ts'],
  { eager: true },
);

/** `t('by', { day: relativeDay(due) })`, `t(late ? 'wasBy' : 'by', …)`: function, keys, parameters. */
const CALLS = /\b(t\w{0,2})\(([^(){}]*'\w+'[^(){}]*),\s*\{((?:[^{}]|\$\{[^{}]*\})*)\}\s*,?\s*\)/g;
const OPENING = /(\w+): (?:relativeDay|momentOf)\(/g;

interface Join {
  file: string;
  template: string;
}

/** Every template into which the source puts "Today" or "Tomorrow 10:00". */
function joins([file, source]: [string, string]): Join[] {
  return [...source.matchAll(CALLS)].flatMap(([, name = '', keys = '', params = '']) => {
    const said = [...params.matchAll(OPENING)].map(([, param = '']) => param);
    const dictionary = said.length > 0 ? dictionaryOf(file, source, name) : undefined;
    return [...keys.matchAll(/(?<!=== )'(\w+)'/g)].flatMap(([, key = '']) =>
      forms(dictionary?.en[key] ?? '').flatMap((form) =>
        said
          .filter((param) => !opens(form, param))
          .map(() => ({ file, template: form || `no words for ${name}('${key}')` })),
      ),
    );
  });
}

/** At the beginning, after a middle dot or after a full stop. */
function opens(form: string, param: string): boolean {
  return new RegExp(`(^|· |\\. )\\{${param}\\}`).test(form);
}

function forms(text: Text): string[] {
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function dictionaryOf(file: string, source: string, name: string): Dictionary | undefined {
  const named = name === 't' ? 't(?! as)' : `t as ${name}`;
  const found = new RegExp(`import \\{[^}]*\\b${named}\\b[^}]*\\} from '([^']*words[^']*)'`);
  const path = found.exec(source)?.[1];
  if (!path) return undefined;
  const { pathname } = new URL(`${path}.ts`, `http://here${file}`);
  const translate = modules[pathname]?.['t'] as { dictionary?: Dictionary } | undefined;
  return translate?.dictionary;
}

it('finds the places where a day opens a sentence', () => {
  const calls = Object.values(sources).flatMap((source) => [
    ...[...source.matchAll(CALLS)].filter(([, , , params = '']) => params.match(OPENING)),
  ]);
  expect(calls.length).toBeGreaterThan(5);
});

it('puts no word with a capital into the middle of an English sentence', () => {
  expect(Object.entries(sources).flatMap(joins)).toEqual([]);
});
