/** Of a case only what is another now is sent. */
import { expect, it } from 'vitest';
import { xiaoman } from '../people/testing/backend';
import { changeOf } from './EditCase';
import type { CaseDetail } from './wire';

const of = {
  ...{ id: 'k1', title: '先问再答', check_on: '2026-06-22', owner: xiaoman },
  parts: [{ key: 'lesson', words: '先问谁回询盘' }],
  tags: [{ kind: 'objection', value: 'noresult' }],
} as unknown as CaseDetail;
const as = { title: of.title, parts: of.parts, tags: of.tags, owner: xiaoman.id, day: of.check_on };

it('sends nothing that stayed', () => {
  expect(changeOf(of, as)).toEqual({});
  expect(changeOf(of, { ...as, title: ' 先问再答 ', day: '' })).toEqual({});
});

it('sends what was changed, and tags as a whole', () => {
  const tags = [...of.tags, { kind: 'skill' as const, value: 'objections' }];
  expect(changeOf(of, { ...as, tags, owner: 'p9', day: '2026-07-01' })).toEqual({
    ...{ tags, owner_id: 'p9', check_on: '2026-07-01' },
  });
  const parts = [{ key: 'lesson' as const, words: '先看一眼去年的询盘' }];
  expect(changeOf(of, { ...as, parts, title: '先看' })).toEqual({ parts, title: '先看' });
});
