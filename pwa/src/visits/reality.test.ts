import { describe, expect, it } from 'vitest';
import { workingDayAfter } from './days-ahead';
import {
  formOfReality,
  isUnexpected,
  itemsOf,
  leavesOpen,
  rehearsedIn,
  saysTheSame,
  tellRow,
  tellUnexpected,
  toldOfRow,
  untold,
  withTold,
  type Rehearsed,
  type Standing,
} from './reality';
import { formWith } from './testing/examples';
import type { RealityItem, Result } from './wire';

const price = rehearsed({ typeKey: 'price', answerId: 'a1' });
const partner = rehearsed({ id: 's1', from: 'sheet', words: '问合伙人' });

function rehearsed(part: Partial<Rehearsed>): Rehearsed {
  return { id: 'l1', from: 'line', typeKey: null, words: '太贵了', answerId: null, ...part };
}

function line(id: string, words: string, type_key: string | null = null) {
  return { id, words, type_key, answer_id: `answer-${id}` };
}

function standing(part: Partial<Standing> = {}): Standing {
  return { rows: [price, partner], objections: [], reality: untold, ...part };
}

/** The taps one after the other, as a thumb makes them. */
function told(taps: [Rehearsed, Result][], from = standing()): Standing {
  return taps.reduce((now, [row, result]) => ({ ...now, ...tellRow(row, result, now) }), from);
}

function itemsIn({ rows, objections, reality }: Standing) {
  return itemsOf(rows, formWith({ outcome: 'stalled', objections: [...objections] }), reality);
}

describe('what was rehearsed', () => {
  it('is what was agreed, then what the sheet expects beside it, each once', () => {
    const agreed = [line('l1', '太贵了', 'price'), line('l2', '没效果'), line('l3', '没效果')];
    const objections = [
      line('s1', '三万太贵', 'price'),
      line('s2', '没效果'),
      line('s3', '再想想'),
    ];
    const rows = rehearsedIn({ agreed, objections });
    expect(rows.map(({ id, from }) => `${id} ${from}`)).toEqual(['l1 line', 'l2 line', 's3 sheet']);
  });

  it('is four sentences at most', () => {
    const agreed = ['一', '二', '三', '四', '五'].map((words) => line(words, words));
    expect(rehearsedIn({ agreed, objections: [] })).toHaveLength(4);
  });

  it('stays as it was told once, also when the lines have changed since', () => {
    const before = [
      item({ expected_id: 'old', words: '太贵了' }),
      item({ expected_id: 'gone', words: '明年再说' }),
    ];
    const rows = withTold([price, partner], before);
    expect(rows.map(({ id, words }) => `${id} ${words}`)).toEqual([
      'old 太贵了',
      's1 问合伙人',
      'gone 明年再说',
    ]);
  });
});

describe('a tap', () => {
  it('puts what came into the check-in, in the words that were rehearsed, once', () => {
    const after = told([
      [price, 'answered'],
      [price, 'not_answered'],
    ]);
    expect(after.objections).toMatchObject([{ typeKey: 'price', words: '太贵了' }]);
    expect(toldOfRow(price, after)?.result).toBe('not_answered');
  });

  it('takes over the chip that was chosen before it', () => {
    const objections = [{ id: 'o1', typeKey: 'price', words: '' }];
    const after = told([[price, 'answered']], standing({ objections }));
    expect(after.objections).toEqual(objections);
    expect(itemsIn(after)).toMatchObject([{ expected_id: 'l1', objection_id: 'o1' }]);
  });

  it('that says it did not come takes off what it had brought', () => {
    const after = told([
      [price, 'answered'],
      [price, 'not_raised'],
    ]);
    expect(after.objections).toEqual([]);
    expect(itemsIn(after)).toMatchObject([{ result: 'not_raised', objection_id: null }]);
  });

  it('leaves what somebody has put in other words', () => {
    const brought = told([[price, 'answered']]);
    const objections = brought.objections.map((heard) => ({ ...heard, words: '贵得离谱' }));
    const after = told([[price, 'not_raised']], { ...brought, objections });
    expect(after.objections).toMatchObject([{ words: '贵得离谱' }]);
    expect(after.objections.map((heard) => isUnexpected(heard, after))).toEqual([true]);
  });

  it('is not taken as a fourth objection', () => {
    const three = ['a', 'b', 'c'].map((id) => ({ id, typeKey: `type_${id}`, words: '' }));
    expect(tellRow(price, 'answered', standing({ objections: three }))).toBeNull();
    expect(tellRow(price, 'not_raised', standing({ objections: three }))).not.toBeNull();
  });
});

describe('an objection taken off the check-in', () => {
  it('did not come', () => {
    const after = { ...told([[price, 'answered']]), objections: [] };
    expect(toldOfRow(price, after)?.result).toBe('not_raised');
    expect(itemsIn(after)).toMatchObject([{ result: 'not_raised', objection_id: null }]);
  });

  it('and put back by its chip is as it was told before', () => {
    const objections = [{ id: 'o9', typeKey: 'price', words: '' }];
    const after = { ...told([[price, 'partly']]), objections };
    expect(toldOfRow(price, after)).toMatchObject({ result: 'partly', objectionId: 'o9' });
  });
});

describe('what nobody rehearsed', () => {
  const season = { id: 'o5', typeKey: 'season', words: '淡季' };

  it('may be told as well, as expected nowhere', () => {
    const reality = tellUnexpected(untold, 'o5', 'partly');
    const after = standing({ objections: [season], reality });
    expect(isUnexpected(season, after)).toBe(true);
    expect(itemsIn(after)).toMatchObject([
      { expected: 'nowhere', expected_id: null, objection_id: 'o5', result: 'partly' },
    ]);
  });

  it('is gone with its objection', () => {
    expect(itemsIn(standing({ reality: tellUnexpected(untold, 'o5', 'partly') }))).toEqual([]);
  });

  it('is never what a row still asks for', () => {
    const chip = { id: 'o6', typeKey: 'price', words: '' };
    expect(isUnexpected(chip, standing({ objections: [chip] }))).toBe(false);
  });
});

describe('what is sent', () => {
  it('is nothing of what nobody tapped', () => {
    expect(itemsIn(standing())).toEqual([]);
    expect(itemsIn(told([[partner, 'answered']]))).toHaveLength(1);
  });

  it('is nothing where nobody was met', () => {
    const { rows, objections, reality } = told([[price, 'answered']]);
    const form = formWith({ outcome: 'nobody_met', objections: [...objections] });
    expect(itemsOf(rows, form, reality)).toEqual([]);
  });

  it('names the answer only where it was used', () => {
    expect(itemsIn(told([[price, 'answered']]))[0]?.answer_id).toBe('a1');
    expect(itemsIn(told([[price, 'not_raised']]))[0]?.answer_id).toBeNull();
  });

  it('says the same when it is opened again and nothing is changed', () => {
    const after = told([
      [price, 'answered'],
      [partner, 'not_raised'],
    ]);
    const stored = itemsIn(after).map((one): RealityItem => ({ ...one, returns_on: [] }));
    const again = { ...after, reality: formOfReality(stored) };
    expect(saysTheSame(itemsIn(again), stored)).toBe(true);
    expect(saysTheSame(itemsIn(told([[price, 'partly']], again)), stored)).toBe(false);
  });
});

describe('what is left for tonight', () => {
  it('is what was said and not answered, or not told', () => {
    const said = [{ id: 'o1' }, { id: 'o2' }];
    const answered = { objection_id: 'o1', result: 'answered' as const };
    expect(leavesOpen(said, [answered])).toBe(true);
    expect(leavesOpen([{ id: 'o1' }], [answered])).toBe(false);
    expect(leavesOpen([{ id: 'o1' }], [{ ...answered, result: 'partly' }])).toBe(true);
  });

  it('comes back on the third working day, whatever holidays lie between', () => {
    const wednesday = '2026-09-30';
    const off = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
    const calendar = off.map((day) => ({ day, working: false }));
    const worked = [...calendar, { day: '2026-10-10', working: true }];
    expect(workingDayAfter(wednesday, 3, worked)).toBe('2026-10-10');
    expect(workingDayAfter('2026-03-25', 3)).toBe('2026-03-30');
  });
});

function item(part: Partial<RealityItem>): RealityItem {
  const { words } = price;
  return {
    ...{ id: 'i', expected: 'line', expected_id: 'l1', objection_id: null, type_key: null, words },
    ...{ answer_id: null, result: 'not_raised', returns_on: [] },
    ...part,
  };
}
