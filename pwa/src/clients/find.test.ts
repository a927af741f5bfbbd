import { describe, expect, it } from 'vitest';
import { initialsOf, matches, sameName } from './find';

const nuanyu = { id: '1', name: '暖屿灯饰' };
const harbour = { id: '2', name: 'Harbour Fasteners Co.' };

describe('a client is found', () => {
  it.each(['暖屿', '灯', 'nyds', 'NY', 'd', ' 屿灯 '])('by "%s"', (asked) => {
    expect(matches(nuanyu, asked)).toBe(true);
  });

  it.each(['harbour', 'fast', 'co.', 'ＨＡＲ'])('in Latin letters by "%s"', (asked) => {
    expect(matches(harbour, asked)).toBe(true);
  });

  it('only when it matches', () => {
    expect([matches(nuanyu, 'qh'), matches(harbour, '灯')]).toEqual([false, false]);
  });
});

it.each([
  ['清禾宠物用品', 'qhcwyp'],
  ['恒拓轴承', 'htzc'],
  ['青岚园艺', 'qlyy'],
  ['瑞坤泵业', 'rkby'],
  ['明湾玩具', 'mwwj'],
  ['安达AB模具', 'adabmj'],
])('the pinyin initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

describe('a second client of the same name', () => {
  it('is noticed, however it is written', () => {
    expect(sameName([nuanyu, harbour], 'harbour  fasteners co.', 'new')).toBe(harbour);
  });

  it('is not the client itself, and not an empty name', () => {
    expect([sameName([nuanyu], '暖屿灯饰', '1'), sameName([nuanyu], ' ', 'new')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
