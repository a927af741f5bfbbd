/** Not tonight, in words that stand in a sentence. */
import { beforeEach, describe, expect, it } from 'vitest';
import { daysAfter } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { BLANK, chosenWhen, postponedInWords, whenInWords } from './postponing';
import { today, tomorrow } from './testing/examples';

const when = (to_day: string, to_part: 'morning' | 'evening') => whenInWords({ to_day, to_part });

beforeEach(() => {
  lang.value = 'en';
});

it('names the near times as people do', () => {
  expect(when(tomorrow, 'morning')).toBe('tomorrow morning');
  expect(when(today, 'evening')).toBe('tonight');
  expect(when(daysAfter(today, 3), 'evening')).toMatch(/^[A-Z][a-z]+day evening$/);
  lang.value = 'zh-CN';
  expect(when(tomorrow, 'evening')).toBe('明晚');
  expect(when(daysAfter(today, -1), 'morning')).toBe('昨天早上');
});

it('says why and when, with the words where there are some', () => {
  const plain = { reason: 'family', words: null, to_day: tomorrow, to_part: 'morning' } as const;
  expect(postponedInWords(plain)).toBe('Not tonight: Something at home. Tomorrow morning instead.');
  lang.value = 'zh-CN';
  expect(postponedInWords({ ...plain, words: '孩子发烧' })).toBe(
    '今晚不练：家里有事（“孩子发烧”）。改到明早。',
  );
});

describe('the time that is chosen', () => {
  const next = daysAfter(today, 3);

  it('is the next working day unless somebody names another', () => {
    expect(chosenWhen(BLANK, { today, next })).toEqual({ to_day: next, to_part: 'morning' });
  });

  it('lies after tonight', () => {
    const own = { ...BLANK, when: null, part: 'evening' as const };
    expect(chosenWhen({ ...own, day: '' }, { today, next })).toBeNull();
    expect(chosenWhen({ ...own, day: today }, { today, next })).toBeNull();
    expect(chosenWhen({ ...own, day: tomorrow }, { today, next })).toEqual({
      ...{ to_day: tomorrow, to_part: 'evening' },
    });
  });
});
