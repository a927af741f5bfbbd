import { beforeEach, expect, test } from 'vitest';
import { me } from '../api/person';
import { dropFile, keptFile, keptFiles, keptOf, MOST_KEPT } from './files';
import { putUp, wipeReads } from './shelf';

const person = { id: 'p1', organisation_id: 'o1' } as NonNullable<typeof me.value>;

beforeEach(async () => {
  me.value = person;
  await wipeReads();
});

const content = (words: string) => () => Promise.resolve(new Blob([words], { type: 'image/png' }));
const refused = () => Promise.reject(new Error('no network'));

test('a file that was opened is read again without asking', async () => {
  await keptFile('a', 4, content('bild'));
  const again = await keptFile('a', 4, refused);
  expect([await again.text(), again.type]).toEqual(['bild', 'image/png']);
  expect(await keptFiles()).toEqual(['a']);
});

test('one that was never opened says what stands in its way, and keeps nothing', async () => {
  await expect(keptFile('a', 4, refused)).rejects.toThrow('no network');
  expect(await keptFiles()).toEqual([]);
});

test('without room the one that was not opened for the longest time goes', async () => {
  const third = MOST_KEPT / 3;
  for (const id of ['a', 'b', 'c']) {
    await keptFile(id, third, content(id));
    await later();
  }
  await keptFile('a', third, refused);
  await later();
  await keptFile('d', third, content('d'));
  expect((await keptFiles()).sort()).toEqual(['a', 'c', 'd']);
});

test('what the server has no more goes, and nothing else', async () => {
  await putUp('o1/p1', 'material:a', {});
  for (const id of ['a', 'ab']) await keptFile(id, 4, content(id));
  await dropFile('a');
  expect(await keptFiles()).toEqual(['ab']);
  expect(await keptOf('material:')).toEqual(['a']);
});

test('at the sign-out all of them go', async () => {
  await keptFile('a', 4, content('bild'));
  await wipeReads();
  expect(await keptFiles()).toEqual([]);
});

/** Until the clock shows another millisecond: what is opened within one is equally old. */
async function later(): Promise<void> {
  const now = Date.now();
  while (Date.now() === now) await Promise.resolve();
}
