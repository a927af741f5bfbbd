import { beforeEach, describe, expect, it } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { inWords } from './values';

const id = '0199c1d2-9c50-7e63-8d2f-7a8b9c0d1e2f';

beforeEach(() => {
  lang.value = 'en';
});

describe('the answers of a client sheet', () => {
  it('are their text, or that they will be asked', () => {
    expect(inWords({ text: 'Mr Wu decides', unknown: false })).toBe('Mr Wu decides');
    expect(inWords({ text: '', unknown: true })).toBe('not known yet, will ask');
    expect(inWords({ text: '', unknown: false })).toBe('nothing');
  });

  it('are their lines, with what is said and what is answered, and no ids', () => {
    const items = [
      { id, type_key: 'price', words: '太贵', answer: '每天多少钱？' },
      { id, type_key: null, words: '再考虑', answer: '' },
    ];
    expect(inWords({ items, unknown: false })).toBe('“太贵” – 每天多少钱？; 再考虑');
    const competitors = [{ id, name: '环球搜', claim: 'half the price' }];
    expect(inWords({ items: competitors, unknown: false })).toBe('环球搜 · half the price');
    expect(inWords({ items: [], unknown: false })).toBe('nothing');
  });
});

it('what was heard at a visit is its words, else the name of its type', () => {
  const heard = [
    { id, type_key: 'price', words: null },
    { id, type_key: 'price', words: '太贵' },
  ];
  expect(inWords(heard, { price: 'Price' })).toBe('Price; 太贵');
});

it('somebody known by id only is named by the form, or is another one', () => {
  expect(inWords(id, { [id]: '吴建平' })).toBe('吴建平');
  expect(inWords(id)).toBe('somebody else on the list');
});
