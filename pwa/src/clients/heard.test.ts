/** What a client really said, as it is offered to the sheet. */
import { beforeEach, describe, expect, it } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { heardUnsent, offersFor } from './heard';
import { emptySheet, withObjection } from './sheet';
import type { ObjectionType } from './wire';

const price = {
  key: 'price',
  words: { zh: '三万块太贵了。', en: '30k is too dear.' },
  best: [{ id: 'a1', text: { zh: '按单算。', en: 'Count by order.' } }],
} as ObjectionType;

beforeEach(() => {
  lang.value = 'zh-CN';
});

describe('the sheet is offered', () => {
  it('the client’s own words, with their kind and the answer of the playbook', () => {
    const heard = [{ type_key: 'price', words: '够我雇半年人了。' }];
    expect(offersFor(emptySheet(), heard, [price])).toEqual([
      { type_key: 'price', words: '够我雇半年人了。', answer: '按单算。', answer_id: 'a1' },
    ]);
  });

  it('words of a kind that this phone has not read, without an answer', () => {
    const heard = [{ type_key: 'season', words: '现在是淡季。' }];
    expect(offersFor(emptySheet(), heard, [])).toEqual([
      { type_key: 'season', words: '现在是淡季。', answer: '', answer_id: null },
    ]);
  });

  it('the playbook’s words where only the kind was noted', () => {
    const heard = [{ type_key: 'price', words: null }];
    expect(offersFor(emptySheet(), heard, [price])[0]?.words).toBe('三万块太贵了。');
  });

  it('nothing of which neither words nor the kind are known', () => {
    expect(offersFor(emptySheet(), [{ type_key: 'season', words: null }], [price])).toEqual([]);
  });

  it('nothing that it expects already', () => {
    const sheet = withObjection(emptySheet(), {
      type_key: 'price',
      words: '够我雇半年人了。 ',
      answer: '',
      answer_id: null,
    });
    const heard = [
      { type_key: 'price', words: '够我雇半年人了。' },
      { type_key: 'price', words: null },
    ];
    expect(offersFor(sheet, heard, [price])).toEqual([]);
  });

  it('each sentence once, and three at most', () => {
    const heard = ['一', '一', '二', '三', '四'].map((words) => ({ type_key: null, words }));
    const words = offersFor(emptySheet(), heard, []).map((offer) => offer.words);
    expect(words).toEqual(['一', '二', '三']);
  });
});

it('an unsent check-in of another client is not this client’s voice', () => {
  const told = {
    client_id: 'c2',
    happened_at: '2026-03-25T02:00:00Z',
    objections: [{ words: '贵' }],
  };
  const item = { kind: 'check-in', method: 'PUT', lane: 'visit:v1', body: told } as never;
  expect(heardUnsent('c1', [item])).toEqual([]);
  expect(heardUnsent('c2', [item])).toMatchObject([{ words: '贵', type_key: null }]);
});
