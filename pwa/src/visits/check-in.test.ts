import { describe, expect, it } from 'vitest';
import {
  blankForm,
  changesIn,
  expectedOf,
  formOf,
  saidIn,
  whatIsMissing,
  withObjection,
  withoutObjection,
  withWords,
} from './check-in';
import { formWith, toldOf, wu } from './testing/examples';

const plan = { purpose: 'follow_up' as const, expected: wu };

describe('what a check-in needs', () => {
  it('is nothing but an outcome for the usual ones', () => {
    expect(blankForm.outcome).toBeNull();
    expect(whatIsMissing(blankForm)).toEqual(['outcome']);
    for (const outcome of ['continued', 'stalled', 'nobody_met', 'lost'] as const) {
      expect(whatIsMissing(formWith({ outcome }))).toEqual([]);
    }
  });

  it('is a dated next step when the client moved on', () => {
    expect(whatIsMissing(formWith({ outcome: 'advanced' }))).toEqual(['nextStep', 'nextOn']);
    const agreed = formWith({ outcome: 'advanced', nextStep: 'call_again', nextOn: '2026-03-27' });
    expect(whatIsMissing(agreed)).toEqual([]);
  });

  it('is the amount when something was signed or paid', () => {
    expect(whatIsMissing(formWith({ outcome: 'signed' }))).toEqual(['amount']);
    expect(whatIsMissing(formWith({ outcome: 'paid', amount: '0' }))).toEqual(['amount']);
    expect(whatIsMissing(formWith({ outcome: 'paid', amount: '3万' }))).toEqual(['amountUnclear']);
    expect(whatIsMissing(formWith({ outcome: 'paid', amount: '29,800' }))).toEqual([]);
  });

  it('is the words of an objection that fits no type', () => {
    const other = withObjection(formWith({ outcome: 'stalled' }), null);
    expect(other && whatIsMissing(other)).toEqual(['words']);
    const [heard] = other?.objections ?? [];
    const said = other && heard && withWords(other, heard.id, '我儿子管这个');
    expect(said && whatIsMissing(said)).toEqual([]);
  });
});

describe('what the client said', () => {
  it('is at most three things', () => {
    const three = ['price', 'noresult', 'trader'].reduce(
      (form, key) => withObjection(form, key) ?? form,
      formWith({ outcome: 'stalled' }),
    );
    expect(three.objections).toHaveLength(3);
    expect(withObjection(three, 'fair')).toBeNull();
    const two = withoutObjection(three, three.objections[1]?.id ?? '');
    expect(two.objections.map(({ typeKey }) => typeKey)).toEqual(['price', 'trader']);
  });

  it('is not sent when nobody was met, though it stays in the form', () => {
    const heard = withObjection(formWith({ outcome: 'nobody_met' }), 'price');
    expect(heard?.objections).toHaveLength(1);
    expect(heard && saidIn(heard, plan)).toMatchObject({
      objections: [],
      met_contact_id: null,
      met_name: null,
      met_role: null,
    });
  });
});

describe('what it was for', () => {
  it('is what was planned, unless it turned out to be something else', () => {
    const form = formWith({ outcome: 'continued' });
    expect(saidIn(form, plan).purpose).toBe('follow_up');
    expect(saidIn({ ...form, purpose: 'close' }, plan).purpose).toBe('close');
  });

  it('can be put right afterwards', () => {
    const stored = toldOf({ purpose: 'follow_up' });
    const form = { ...formOf(stored), purpose: 'first' as const };
    expect(changesIn(form, stored, plan)).toEqual({ purpose: 'first' });
  });
});

describe('whom the rep met', () => {
  it('is the contact of the plan unless somebody else is chosen', () => {
    const form = formWith({ outcome: 'continued' });
    expect(saidIn(form, plan)).toMatchObject({ met_contact_id: 'k1', met_role: 'boss' });
    const other = { contact: null, name: '前台', role: 'gatekeeper' as const };
    expect(saidIn({ ...form, met: other }, plan)).toMatchObject({
      met_contact_id: null,
      met_name: '前台',
      met_role: 'gatekeeper',
    });
  });

  it('stays open when nobody is known there', () => {
    const form = formWith({ outcome: 'continued' });
    expect(saidIn(form, { ...plan, expected: null })).toMatchObject({
      met_contact_id: null,
      met_role: null,
    });
  });

  it('is taken to be who decides, else the only one known', () => {
    const gate = { ...wu, id: 'k2', role: 'gatekeeper' as const };
    expect(expectedOf([gate, wu])).toBe(wu);
    expect(expectedOf([gate])).toBe(gate);
    expect(expectedOf([gate, { ...gate, id: 'k3' }])).toBeNull();
  });
});

describe('a change of a check-in', () => {
  it('sends only what is different', () => {
    const stored = toldOf({ note: '下周再看' });
    const form = { ...formOf(stored), outcome: 'stalled' as const, note: ' ' };
    expect(changesIn(form, stored, plan)).toEqual({ outcome: 'stalled', note: null });
  });

  it('is nothing when the form says what is stored', () => {
    const stored = toldOf({ amount: { amount_minor: 2_980_050, currency: 'CNY' } });
    expect(changesIn(formOf(stored), stored, plan)).toEqual({});
  });

  it('keeps the ids of what was heard, so that their cards stay the same', () => {
    const stored = toldOf();
    const form = withWords(formOf(stored), 'o1', '一个单都没有');
    expect(changesIn(form, stored, plan).objections).toEqual([
      { id: 'o1', type_key: 'noresult', words: '一个单都没有' },
    ]);
  });
});
