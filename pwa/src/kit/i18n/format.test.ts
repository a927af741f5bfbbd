import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  capital,
  dayInSentence,
  dayOf,
  daysAfter,
  liveIn,
  longDay,
  minorUnits,
  momentInSentence,
  momentOf,
  money,
  month,
  relativeDay,
  shortDay,
  timeOf,
} from './format';
import { lang } from './lang';
import { callName, fullName, shortName } from './names';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-26T02:00:00Z') });
  lang.value = 'en';
  liveIn('Asia/Shanghai');
  return () => vi.useRealTimers();
});

describe('days and times', () => {
  it('belong to the zone of the organisation, not of the phone', () => {
    expect(dayOf('2026-03-25T17:30:00Z')).toBe('2026-03-26');
    liveIn('Europe/Berlin');
    expect(dayOf('2026-03-25T17:30:00Z')).toBe('2026-03-25');
    expect(timeOf('2026-03-25T17:30:00Z')).toBe('18:30');
  });

  it('are written long in both languages', () => {
    expect(longDay('2026-03-26')).toBe('Thursday 26 March');
    lang.value = 'zh-CN';
    expect(longDay('2026-03-26')).toBe('3月26日 星期四');
  });

  it('are called by how near they are', () => {
    const days = ['2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-04-02'];
    expect(days.map(relativeDay)).toEqual(['Yesterday', 'Today', 'Tomorrow', 'Monday', '2 Apr']);
    lang.value = 'zh-CN';
    expect(momentOf('2026-03-26T02:05:00Z')).toBe('今天 10:05');
  });

  it('are written small inside an English sentence, where the language does so', () => {
    const days = ['2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-04-02'];
    const said = ['yesterday', 'today', 'tomorrow', 'Monday', '2 Apr'];
    expect(days.map(dayInSentence)).toEqual(said);
    expect(momentInSentence('2026-03-26T02:05:00Z')).toBe('today 10:05');
    lang.value = 'zh-CN';
    expect(momentInSentence('2026-03-26T02:05:00Z')).toBe('今天 10:05');
  });

  it('begin a sentence or a tag with a capital, where there are any', () => {
    expect([capital('by 20:00'), capital('今天'), capital('')]).toEqual(['By 20:00', '今天', '']);
  });

  it('name a month alone', () => {
    expect(month('2026-05-12')).toBe('May');
    lang.value = 'zh-CN';
    expect(month('2026-05-12')).toBe('5月');
  });

  it('name the year only when it is another one', () => {
    expect([shortDay('2026-12-01'), shortDay('2025-12-01')]).toEqual(['1 Dec', '1 Dec 2025']);
  });

  it('midnight is 00:00', () => {
    expect(timeOf('2026-03-25T16:00:00Z')).toBe('00:00');
  });

  it('step over the end of a month', () => {
    expect([daysAfter('2026-02-28', 1), daysAfter('2026-03-01', -1)]).toEqual([
      '2026-03-01',
      '2026-02-28',
    ]);
  });
});

describe('money', () => {
  it('shows cents only when there are any', () => {
    expect(money({ amount_minor: 2_980_000, currency: 'CNY' })).toBe('¥29,800');
    expect(money({ amount_minor: 2_980_050, currency: 'CNY' })).toBe('¥29,800.50');
    expect(money({ amount_minor: 500, currency: 'JPY' })).toBe('¥500');
  });

  it('is read as typed, and refused when it is not a sum', () => {
    expect(minorUnits('29,800.5', 'CNY')).toBe(2_980_050);
    expect(minorUnits('198，000', 'CNY')).toBe(19_800_000);
    expect([minorUnits('about 30k', 'CNY'), minorUnits('1.005', 'CNY')]).toEqual([null, null]);
  });
});

describe('names', () => {
  const xiaoman = { family_name: '林', given_name: '小满', latin_name: 'Lin Xiaoman' };

  it('follow the language', () => {
    expect([fullName(xiaoman), callName(xiaoman)]).toEqual(['Lin Xiaoman', 'Xiaoman']);
    lang.value = 'zh-CN';
    expect([fullName(xiaoman), callName(xiaoman)]).toEqual(['林小满', '小满']);
  });

  it('of one character are not called alone', () => {
    const hejing = { family_name: '何', given_name: '静', latin_name: 'He Jing' };
    expect(callName(hejing)).toBe('Jing');
    lang.value = 'zh-CN';
    expect(callName(hejing)).toBe('何静');
    expect(callName({ family_name: '林', given_name: '' })).toBe('林');
  });

  it('fit an avatar', () => {
    expect([shortName('林小满'), shortName('Lin Xiaoman')]).toEqual(['小满', 'LX']);
  });
});
