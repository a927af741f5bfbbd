/** What of a client goes no further than the team. */
import { beforeEach, expect, it } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { withoutNames } from './masked';

const names = ['暖屿灯饰', '吴建平', null];

beforeEach(() => {
  lang.value = 'zh-CN';
});

it('the name of the client and of its boss leave the line', () => {
  expect(withoutNames('先问暖屿灯饰第一封信几天后回的', names)).toBe(
    '先问这家客户第一封信几天后回的',
  );
  expect(withoutNames('等吴建平说完，吴建平急', names)).toBe('等这家客户说完，这家客户急');
});

it('a longer name leaves as a whole, and what names nobody stays', () => {
  expect(withoutNames('暖屿灯饰厂', ['暖屿', '暖屿灯饰厂'])).toBe('这家客户');
  expect(withoutNames('先问再答', ['', ' ', '先', null])).toBe('先问再答');
});
