import { describe, expect, it } from 'vitest';
import {
  answersReady,
  emptySheet,
  missingIn,
  stateOf,
  tidy,
  unfinished,
  withCompetitor,
  withLine,
  withObjection,
} from './sheet';

const line = { type_key: 'price', words: 'Too dear.', answer: 'Count by order.', answer_id: null };

describe('an answer', () => {
  it('stands once something is written', () => {
    const sheet = { ...emptySheet(), decider: { text: 'Wu decides', unknown: false } };
    expect([stateOf(sheet, 'decider'), missingIn(sheet)]).toEqual([
      'ready',
      ['situation', 'objections', 'competitors'],
    ]);
  });

  it('stands too when it is not known and will be asked', () => {
    const sheet = { ...emptySheet(), competitors: { items: [], unknown: true } };
    expect([stateOf(sheet, 'competitors'), answersReady(sheet)]).toEqual(['will-ask', 1]);
  });

  it('does not stand on blanks', () => {
    const blank = withObjection(emptySheet(), { ...line, words: '  ' });
    expect(stateOf(blank, 'objections')).toBe('open');
    expect(answersReady({ ...blank, decider: { text: ' ', unknown: false } })).toBe(0);
  });
});

describe('objections', () => {
  it('are at most three', () => {
    const four = [1, 2, 3, 4].reduce((sheet) => withObjection(sheet, line), emptySheet());
    expect(four.objections.items).toHaveLength(3);
  });

  it('end the "not known yet"', () => {
    const asked = { ...emptySheet(), objections: { items: [], unknown: true } };
    expect(withObjection(asked, line).objections.unknown).toBe(false);
  });

  it('are changed and removed one by one', () => {
    const two = withObjection(withObjection(emptySheet(), line), line);
    const [first, second] = two.objections.items.map((item) => item.id);
    const changed = withLine(two, 'objections', first ?? '', { words: 'No.' });
    const left = withLine(changed, 'objections', second ?? '', null);
    expect(left.objections.items).toEqual([{ ...line, id: first, words: 'No.' }]);
  });
});

describe('before it is sent', () => {
  it('loses lines in which nothing was written', () => {
    const sheet = tidy(withCompetitor(withObjection(emptySheet(), { ...line, words: '' })));
    expect([sheet.objections.items, sheet.competitors.items]).toEqual([[], []]);
  });

  it('says which line would lose somebody’s words', () => {
    const answerOnly = withObjection(emptySheet(), { ...line, words: '' });
    expect(unfinished(answerOnly)).toBe('objections');
    const begun = withCompetitor(emptySheet());
    const id = begun.competitors.items[0]?.id ?? '';
    const claimOnly = withLine(begun, 'competitors', id, { claim: 'half the price' });
    expect([unfinished(claimOnly), unfinished(begun)]).toEqual(['competitors', null]);
  });
});
