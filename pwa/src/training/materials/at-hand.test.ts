import { expect, test } from 'vitest';
import type { Item } from '../../kit/outbox';
import type { Material } from '../wire';
import { MATERIAL_KINDS, materialsAtHand } from './at-hand';
import { isWholeAddress } from './TextFields';
import { kindInWords, megabytes } from './in-words';

const BASE = '/api/v1/sessions/s1/materials';

function item(part: Partial<Item>): Item {
  return { state: 'waiting', method: 'PUT', label: {}, ...part } as Item;
}

function stored(id: string): Material {
  return {
    id,
    kind: 'text',
    title: id,
    address: null,
    host: null,
    form: null,
    size: null,
  } as Material;
}

test('what waits to be sent stands last and says so', () => {
  const unsent = [
    item({ kind: MATERIAL_KINDS.added, path: `${BASE}/b`, body: { title: '毛利', body: '先问' } }),
    item({
      kind: MATERIAL_KINDS.added,
      path: `${BASE}/c`,
      body: { title: '价目', address: 'https://example.com/a' },
    }),
    item({
      kind: MATERIAL_KINDS.file,
      path: `${BASE}/d/file?title=x`,
      label: { detail: '报价单' },
    }),
  ];
  const told = materialsAtHand([stored('a')], unsent).map((one) => [
    one.id,
    one.kind,
    one.title,
    one.host,
    one.waits,
  ]);
  expect(told).toEqual([
    ['a', 'text', 'a', null, false],
    ['b', 'text', '毛利', null, true],
    ['c', 'link', '价目', 'example.com', true],
    ['d', 'file', '报价单', null, true],
  ]);
});

test('one that has arrived and is read again stands there once', () => {
  const unsent = [item({ kind: MATERIAL_KINDS.added, path: `${BASE}/a`, body: { title: 'a' } })];
  expect(materialsAtHand([stored('a')], unsent).map(({ waits }) => waits)).toEqual([false]);
});

test('the last wish about a removal holds', () => {
  const away = item({ kind: MATERIAL_KINDS.removal, path: `${BASE}/a/removal` });
  const back = { ...away, method: 'DELETE' as const };
  expect(materialsAtHand([stored('a')], [away])).toEqual([]);
  expect(materialsAtHand([stored('a')], [away, back]).length).toBe(1);
  expect(materialsAtHand([stored('a')], [{ ...away, state: 'rejected' }]).length).toBe(1);
});

test('a class that an earlier version of the app has remembered has none', () => {
  expect(materialsAtHand(undefined, [])).toEqual([]);
});

test.each([
  ['https://example.com/a?b=1', true],
  [' https://example.com ', true],
  ['http://example.com', false],
  ['javascript:alert(1)', false],
  ['https://user:secret@example.com', false],
  ['https://example.com\\@evil.example', false],
  ['https://exa mple.com', false],
  ['https://', false],
])('%j is a whole address: %s', (address, whole) => expect(isWholeAddress(address)).toBe(whole));

test('what it is stands in a few words, and a size is never said smaller than it is', () => {
  const file = { kind: 'file' as const, host: null };
  expect(kindInWords({ ...file, form: 'application/pdf', size: 1_500 })).toBe('PDF · 2 kB');
  expect(kindInWords({ ...file, form: null, size: null })).toMatch(/^(File|文件)$/);
  expect(megabytes(10_000_001)).toBe('10.1');
});
