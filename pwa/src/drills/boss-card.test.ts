/** The suggested boss card, over many clients and rounds. */
import { describe, expect, it } from 'vitest';
import {
  bossCardNewOf,
  couldSay,
  leaveOut,
  MOST_OBJECTIONS,
  ownSentence,
  reword,
  suggestBossCard,
  swapHidden,
  whatMovesIn,
  withGoodAnswer,
  withSaid,
  type BossForm,
  type Known,
} from './boss-card';
import { isSameObjection } from './lines';
import { sheet } from './testing/examples';
import type { Heard } from './wire';

const KEYS = ['price', 'noresult', 'thinking', 'trader', 'partner', 'fair', 'staff', 'season'];
const types = KEYS.map((key) => ({ key, words: `${key}!`, answer: `answer to ${key}` }));
const anyway = 'one true fact';
const bare: Known = {
  ...{ cardId: 'card', number: 1, heard: [], lastBoss: null, surprises: [], types, anyway },
  sheet: sheetOf(),
};

function sheetOf(...keys: string[]): Known['sheet'] {
  const items = keys.map((key) => ({
    ...{ id: `s-${key}`, type_key: key, words: `“${key}”`, answer: '', answer_id: null },
  }));
  return { ...sheet, objections: { items, unknown: false } };
}

function heard(type_key: string | null, words: string | null, visit_id = 'v'): Heard {
  return { type_key, words, visit_id, on: '2026-03-24' };
}

function hiddenIn({ objections }: BossForm): (string | null)[] {
  return objections.filter(({ hidden }) => hidden).map(({ typeKey }) => typeKey);
}

/** Sheets of none to three sentences, nought to three things heard, many cards, six rounds each. */
function* everyKnown(): Generator<Known> {
  for (let n = 0; n < 120; n += 1) {
    const keys = [...KEYS.slice(n % 8), ...KEYS.slice(0, n % 8)];
    const said = keys.slice(2, 2 + (n % 4)).map((key) => heard(key, n % 3 ? `${key}?` : null));
    yield {
      ...bare,
      ...{ cardId: `card-${n}`, number: (n % 6) + 1, heard: said },
      sheet: sheetOf(...keys.slice(0, Math.floor(n / 4) % 4)),
      types: n % 5 ? types : types.slice(0, n % 4),
    };
  }
}

const cards = [...everyKnown()].map((known) => ({ known, card: suggestBossCard(known) }));

describe('every suggested card', () => {
  it('has three objections at most, and no two of the same kind', () => {
    for (const { card } of cards) {
      const kinds = card.objections.map(({ typeKey }) => typeKey);
      expect(kinds.length).toBeLessThanOrEqual(MOST_OBJECTIONS);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });

  it('says what counts as a good answer', () => {
    for (const { card } of cards) expect(whatMovesIn(card).trim()).not.toBe('');
  });

  it('hides one at most, which stands on no sheet and was not heard', () => {
    for (const { known, card } of cards) {
      const hidden = card.objections.filter((one) => one.hidden);
      expect(hidden.length).toBeLessThanOrEqual(1);
      const open = [...known.sheet.objections.items, ...known.heard].map(
        ({ type_key }) => type_key,
      );
      for (const { typeKey } of hidden) expect(open).not.toContain(typeKey);
    }
  });

  it('is the same again, as after a phone that died', () => {
    for (const { known, card } of cards) {
      expect(suggestBossCard(structuredClone(known))).toEqual(card);
    }
  });

  it('has what the client really said before what is only expected', () => {
    for (const { card } of cards) {
      const order = card.objections.map(({ from }) => ['heard', 'sheet', 'playbook'].indexOf(from));
      expect(order).toEqual([...order].sort());
    }
  });

  it('has something to say as long as anything is known', () => {
    for (const { known, card } of cards) {
      const some = known.types.length + known.heard.length + known.sheet.objections.items.length;
      if (some > 0) expect(card.objections.length).toBeGreaterThan(0);
    }
  });
});

describe('what is suggested', () => {
  it('is the playbook’s sentence where only the kind was heard', () => {
    const card = suggestBossCard({ ...bare, heard: [heard('fair', null)] });
    expect(card.objections[0]).toMatchObject({ words: 'fair!', from: 'heard', on: '2026-03-24' });
  });

  it('never surprises twice with the same, whatever round and swap, until none is left', () => {
    const surprises = KEYS.slice(0, -1);
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const known = { ...bare, number, surprises };
      const card = suggestBossCard(known);
      const swapped = swapHidden(card, known);
      expect([card, swapped].map(hiddenIn)).toEqual([['season'], ['season']]);
    }
    expect(hiddenIn(suggestBossCard({ ...bare, surprises: KEYS }))).toHaveLength(1);
  });

  it('brings every sentence of the sheet within two rounds', () => {
    const known = { ...bare, sheet: sheetOf('price', 'fair', 'staff') };
    const said = [1, 2].flatMap((number) => suggestBossCard({ ...known, number }).objections);
    for (const key of ['price', 'fair', 'staff']) {
      expect(said.some(({ typeKey }) => typeKey === key)).toBe(true);
    }
  });

  it('hides another one in the next round', () => {
    const hidden = [1, 2, 3].map(
      (number) => suggestBossCard({ ...bare, number }).objections[0]?.typeKey,
    );
    expect(new Set(hidden).size).toBe(3);
  });

  it('plays the boss as last time; else as the sheet tells', () => {
    const lastBoss = { temper: 'proud', mood: 'tired', note: '刚退了一批货' } as const;
    expect(suggestBossCard({ ...bare, lastBoss })).toMatchObject(lastBoss);
    const tells = (text: string) =>
      suggestBossCard({ ...bare, sheet: { ...sheetOf(), decider: { text, unknown: false } } });
    expect(tells('吴建平，52 岁，急性子；太太管账').temper).toBe('hasty');
    expect(tells('A friendly man; his wife holds the purse').temper).toBe('friendly');
  });

  it('is moved by the planned answer, else the playbook’s, else any true one', () => {
    const planned = sheetOf('price', 'fair');
    const [, second] = planned.objections.items;
    if (second) second.answer = ' 展会后谁来找你？ ';
    expect(whatMovesIn(suggestBossCard({ ...bare, sheet: planned }))).toBe('展会后谁来找你？');
    const none = suggestBossCard({ ...bare, sheet: sheetOf('price') });
    expect(whatMovesIn(none)).toBe('answer to price');
    expect(whatMovesIn(suggestBossCard({ ...bare, types: [] }))).toBe(anyway);
  });
});

describe('the boss', () => {
  const known = { ...bare, sheet: sheetOf('price', 'fair', 'staff') };
  const card = suggestBossCard(known);
  const hidden = (one: BossForm) => one.objections.find(({ from }) => from === 'playbook');

  it('swaps the hidden one through all that stand on no sheet', () => {
    let now = card;
    const seen = new Set<string | null | undefined>();
    for (let nth = 0; nth < 5; nth += 1) {
      now = swapHidden(now, known);
      seen.add(hidden(now)?.typeKey);
      expect(now.objections).toHaveLength(3);
    }
    expect([...seen].sort()).toEqual(['noresult', 'partner', 'season', 'thinking', 'trader']);
    expect(hidden(now)?.typeKey).toBe(hidden(card)?.typeKey);
  });

  it('leaves one out, and is offered what is not on the card', () => {
    expect(couldSay(card, known)).toEqual([]);
    const fewer = leaveOut(card, card.objections[0]?.id ?? '');
    const could = couldSay(fewer, known);
    expect(could.map(({ typeKey }) => typeKey)).toEqual(['price', 'staff']);
    for (const one of could) {
      expect(fewer.objections.some((said) => isSameObjection(said, one))).toBe(false);
    }
  });

  it('is moved by the answer to what is said now', () => {
    const planned = { ...known, sheet: sheetOf('price', 'fair') };
    for (const item of planned.sheet.objections.items) item.answer = `plan for ${item.type_key}`;
    const both = suggestBossCard(planned);
    expect(whatMovesIn(both)).toBe('plan for price');
    const fewer = leaveOut(both, both.objections[0]?.id ?? '');
    expect(whatMovesIn(withGoodAnswer(fewer, planned))).toBe('plan for fair');
  });

  it('never says more than three, the own included', () => {
    const more = [ownSentence('x'), ownSentence('y')].reduce(withSaid, card);
    expect(more.objections).toHaveLength(3);
  });

  it('may put it differently; then it is no longer what was expected', () => {
    const id = card.objections[0]?.id ?? '';
    expect(reword(card, id, 'too dear').objections[0]).toMatchObject({
      ...{ words: 'too dear', from: 'own', typeKey: 'price', hidden: false },
    });
  });

  it('sends what was written, trimmed, without empty sentences, and always with what moves', () => {
    const own = withSaid(leaveOut(card, hidden(card)?.id ?? ''), ownSentence('x'));
    const sent = bossCardNewOf({ ...own, note: ' ', movedBy: ' ' }, {}, () => 'born');
    expect(sent.objections.map(({ words }) => words)).toEqual(['“price”', '“fair”']);
    expect(sent).toMatchObject({ note: null, moved_by: card.goodAnswer });
  });
});
