import { expect, it } from 'vitest';
import { both, isSaid } from './both';
import { changedIn, patchOf, rebased } from './merge';

const read = { closes: '20:00', week: [1, 2, 3], name: { zh: '海鸥', en: 'Gull' } };

it('only what was changed is sent, lists and texts as a whole', () => {
  expect(patchOf(read, read)).toEqual({});
  expect(patchOf({ ...read, week: [1, 2], name: { zh: '海鸥', en: 'Gulls' } }, read)).toEqual({
    week: [1, 2],
    name: { zh: '海鸥', en: 'Gulls' },
  });
});

it('what somebody else changed is taken over, except where I changed it too', () => {
  const mine = { ...read, closes: '21:00' };
  const now = { ...read, closes: '19:30', week: [1, 2, 3, 4] };
  expect(changedIn(read, now)).toEqual(['closes', 'week']);
  expect(rebased(mine, read, now)).toEqual({ ...read, closes: '21:00', week: [1, 2, 3, 4] });
});

it('a text that is left empty in one language is taken from the other', () => {
  expect(both({ zh: ' 海鸥 ', en: ' ' })).toEqual({ zh: '海鸥', en: '海鸥' });
  expect(both({ zh: '', en: 'Gull' })).toEqual({ zh: 'Gull', en: 'Gull' });
  expect(isSaid({ zh: ' ', en: '' })).toBe(false);
});
