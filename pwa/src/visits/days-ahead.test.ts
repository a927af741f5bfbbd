import { expect, it } from 'vitest';
import { daysToOffer } from './days-ahead';
import { isEveningOver } from './evening-hours';
import { zone } from '../kit/i18n/format';

const THURSDAY = '2026-03-26';

it('offers the next working day, the one after and one a little later', () => {
  expect(daysToOffer(THURSDAY)).toEqual(['2026-03-27', '2026-03-30', '2026-04-01']);
});

it('follows the calendar of the organisation: a worked Saturday, a holiday on Monday', () => {
  const calendar = [
    { day: '2026-03-28', working: true },
    { day: '2026-03-30', working: false },
  ];
  expect(daysToOffer(THURSDAY, calendar)).toEqual(['2026-03-27', '2026-03-28', '2026-04-01']);
});

it('lets a check-in be edited plainly until the evening of its day closes, on the team’s clock', () => {
  zone.value = 'Asia/Shanghai';
  const before = new Date('2026-03-26T11:59:00Z');
  const after = new Date('2026-03-26T12:00:00Z');
  expect(isEveningOver(THURSDAY, '20:00', before)).toBe(false);
  expect(isEveningOver(THURSDAY, '20:00', after)).toBe(true);
  expect(isEveningOver('2026-03-25', '20:00', before)).toBe(true);
});
