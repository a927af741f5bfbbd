import { expect, it } from 'vitest';
import { mayBeUsed, strengthOf } from './password';

it.each([
  ['', 'passwordShort'],
  ['harbour', 'passwordShort'],
  ['lin.xiaoman1', 'passwordLikeName'],
  ['LinXiaoman88', 'passwordLikeName'],
  ['12345678', 'passwordEasy'],
  ['aaaaaaaa', 'passwordEasy'],
  ['abcdefgh', 'passwordEasy'],
  ['password', 'passwordEasy'],
  ['rainboat', 'passwordFine'],
  ['rain boat lamp tea', 'passwordStrong'],
  ['雨船灯茶雨船灯茶', 'passwordFine'],
])('"%s" is told: %s', (password, key) => {
  expect(strengthOf(password, 'lin.xiaoman').key).toBe(key);
});

it('says how many characters are still missing', () => {
  expect(strengthOf('lamp', 'x')).toEqual({ key: 'passwordShort', n: 4 });
});

it('a weak password is a hint, not a gate; a short one cannot be used', () => {
  expect([mayBeUsed('12345678'), mayBeUsed('lamp')]).toEqual([true, false]);
});
