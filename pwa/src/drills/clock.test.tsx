/** What a screen reader says of the clock. */
import { cleanup, render, screen } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { Clock } from './Clock';
import { begin, turnCover } from './round';
import { begun } from './testing/examples';

const now = new Date('2026-03-26T10:40:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now });
  return () => vi.useRealTimers();
});

function saidWith(left: number): string | null {
  const started = new Date(now.getTime() - (360 - left) * 1000);
  render(<Clock play={turnCover(begin(begun()), started)} />);
  const said = screen.getByRole('timer').getAttribute('aria-label');
  cleanup();
  return said;
}

it.each([
  [200, '3 minutes 20 seconds left', '还剩 3 分 20 秒'],
  [61, '1 minute 1 second left', '还剩 1 分 1 秒'],
  [60, '1 minute left', '还剩 1 分'],
  [1, '1 second left', '还剩 1 秒'],
  [0, 'Time', '时间到'],
])('%i seconds are "%s"', (left, english, chinese) => {
  lang.value = 'en';
  expect(saidWith(left)).toBe(english);
  lang.value = 'zh-CN';
  expect(saidWith(left)).toBe(chinese);
});
