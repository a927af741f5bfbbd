/** The phone counts the promise of "now" by the server's rule. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chosen } from '../kit/i18n/lang';
import { liveIn } from '../kit/i18n/format';
import { answeredInTheMorning } from './quiet';

const HOURS = {
  organisation: { quiet_until: '08:00', evening_closes: '20:00' },
  working_days: ['2026-03-26', '2026-03-27', '2026-03-30'],
};

beforeEach(() => {
  chosen.value = 'en';
  liveIn('Asia/Shanghai');
});
afterEach(() => vi.useRealTimers());

/** Of a wall-clock time of Shanghai. */
function at(day: string, wall: string): string | null {
  const moment = new Date(`${day}T${wall}:00+08:00`);
  vi.useFakeTimers({ toFake: ['Date'], now: moment });
  return answeredInTheMorning(HOURS, moment);
}

describe('by when "now" is answered', () => {
  it.each([
    ['2026-03-26', '08:00', null],
    ['2026-03-26', '19:44', null],
    ['2026-03-26', '19:46', 'tomorrow 08:15'],
    ['2026-03-26', '23:50', 'tomorrow 08:15'],
    ['2026-03-27', '04:00', '08:15'],
    ['2026-03-27', '21:00', 'Monday 08:15'],
    ['2026-03-28', '14:00', 'Monday 08:15'],
  ])('on %s at %s is %s', (day, wall, said) => {
    expect(at(day, wall)).toBe(said);
  });

  it('is fifteen minutes where this phone has not read the hours', () => {
    expect(answeredInTheMorning(undefined, new Date())).toBeNull();
    expect(answeredInTheMorning({ organisation: HOURS.organisation }, new Date())).toBeNull();
  });
});
