/**
 * Weighs the built app against the budgets of the design, gzipped as a server sends it. Run after
 * the build: npm run budgets
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const BUDGETS = {
  first: 60 * KB,
  css: 5 * KB,
  lazy: 15 * KB,
  chart: 25 * KB,
  worker: 2 * KB,
};
/** Where somebody arrives: the first screen is the shell plus the heavier of these. */
const ARRIVALS = ['src/today/Today.tsx', 'src/people/SignIn.tsx'];

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

const OUT = join(import.meta.dirname, '..', 'dist');
const chunks = JSON.parse(readFileSync(join(OUT, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

interface Weighed {
  what: string;
  bytes: number;
  limit: number;
}

const shell = filesOf('index.html');
const lines: Weighed[] = [
  ...ARRIVALS.map((key) => ({
    what: `first screen, ${nameOf(key)}`,
    bytes: weigh([...new Set([...shell, ...filesOf(key)])]),
    limit: BUDGETS.first,
  })),
  { what: 'styles', bytes: weigh(stylesheets()), limit: BUDGETS.css },
  { what: 'service worker', bytes: weigh(['sw.js']), limit: BUDGETS.worker },
  ...lazyScreens(),
];

for (const { what, bytes, limit } of lines) {
  const mark = bytes > limit ? 'TOO BIG' : 'ok';
  const [is, may] = [bytes, limit].map((size) => (size / KB).toFixed(1).padStart(5));
  console.log(`${mark.padEnd(8)} ${is ?? ''} of ${may ?? ''} KB  ${what}`);
}
process.exit(lines.some(({ bytes, limit }) => bytes > limit) ? 1 : 0);

/**
 * What opening a screen costs beyond the shell, and a part that is fetched later beyond its screen;
 * a chart may be heavier.
 */
function lazyScreens(): Weighed[] {
  return Object.entries(chunks)
    .filter(([, chunk]) => chunk.isDynamicEntry)
    .map(([key]) => ({
      what: `lazy, ${nameOf(key)}`,
      bytes: weigh(filesOf(key).filter((file) => !hasAlready(key).includes(file))),
      limit: /chart/i.test(key) ? BUDGETS.chart : BUDGETS.lazy,
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** Screens are opened from the shell; parts from a screen that is open already. */
function hasAlready(key: string): string[] {
  const openers = Object.keys(chunks).filter((one) => chunks[one]?.dynamicImports?.includes(key));
  const [screen = 'index.html'] = openers.includes('index.html') ? [] : openers;
  return [...shell, ...filesOf(screen)];
}

function filesOf(key: string, seen = new Set<string>()): string[] {
  const chunk = chunks[key];
  if (!chunk) throw new Error(`${key} is not in the build. Was it renamed?`);
  if (seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.imports ?? []).flatMap((other) => filesOf(other, seen))];
}

function stylesheets(): string[] {
  return [...new Set(Object.values(chunks).flatMap((chunk) => chunk.css ?? []))];
}

function weigh(files: string[]): number {
  return files
    .map((file) => gzipSync(readFileSync(join(OUT, file))).length)
    .reduce((sum, size) => sum + size, 0);
}

function nameOf(key: string): string {
  return key.replace(/^src\//, '').replace(/\.tsx?$/, '');
}
