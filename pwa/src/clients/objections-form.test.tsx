/** What the client will say, and the playbook's best two answers to it. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { ObjectionsForm } from './ObjectionsForm';
import { emptySheet } from './sheet';
import type { BestAnswer, ObjectionExpected, ObjectionType, SheetContent } from './wire';

const answer = (id: string, en: string, other: Partial<BestAnswer>): BestAnswer => ({
  ...{ id, text: { zh: null, en }, worked: 0, partly: 0, not_worked: 0 },
  ...{ check_on: '2026-05-12', due_for_check: false, ...other },
});
const best = [
  answer('a1', 'Count by order.', { worked: 9, not_worked: 5 }),
  answer('a2', 'Compare with one fair.', { due_for_check: true }),
];
const price = {
  ...{ key: 'price', best, retired: false },
  name: { zh: '价格', en: 'Price' },
  short: { zh: '太贵', en: 'Too dear' },
  words: { zh: '太贵了。', en: 'Too dear.' },
} as ObjectionType;

let sheet: SheetContent;

beforeEach(() => {
  lang.value = 'en';
});

function openWith(...items: Partial<ObjectionExpected>[]): void {
  const blank = { type_key: 'price', words: 'Too dear.', answer: '', answer_id: null };
  const all = items.map((item, nth) => ({ id: `o${nth}`, ...blank, ...item }));
  render(<Holding first={{ ...emptySheet(), objections: { items: all, unknown: false } }} />);
}

function Holding({ first }: { first: SheetContent }) {
  const [now, setNow] = useState(first);
  sheet = now;
  return <ObjectionsForm sheet={now} onChange={setNow} playbook={{ objection_types: [price] }} />;
}

const line = () => sheet.objections.items[0];
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

const inSheet = () => within(screen.getByRole('dialog'));

describe('the best two answers', () => {
  it('stand under an objection that has none: one in sight, the other behind a tap with its count', () => {
    openWith({});
    expect(screen.getByText('Used 14 times · 9 worked · look again in May')).toBeTruthy();
    expect(screen.queryByText(/due for a look/)).toBeNull();
    press('Another answer · Not tried yet');
    expect(inSheet().getByText('Not tried yet · due for a look')).toBeTruthy();
  });

  it('are taken with one tap, and the line knows which answer it is', () => {
    openWith({});
    press(/Count by order/);
    expect(line()).toMatchObject({ answer: 'Count by order.', answer_id: 'a1' });
    press(/Another answer/);
    press(/Compare with one fair/);
    expect(line()).toMatchObject({ answer: 'Compare with one fair.', answer_id: 'a2' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are forgotten as soon as the words are one’s own', () => {
    openWith({ answer: 'Count by order.', answer_id: 'a1' });
    fireEvent.input(screen.getByLabelText('Our answer'), { target: { value: 'By order, then.' } });
    expect(line()).toMatchObject({ answer: 'By order, then.', answer_id: null });
  });

  it('do not cost anybody their own words', () => {
    openWith({ answer: 'By order, then.' });
    press('2 answers · Used 14 times');
    press(/Count by order/);
    press(/Another answer/);
    press('Back to my own words');
    expect(line()).toMatchObject({ answer: 'By order, then.', answer_id: null });
  });

  it('begin a new line with the first of them', () => {
    openWith();
    press('Too dear');
    expect(line()).toMatchObject({ words: 'Too dear.', answer_id: 'a1' });
  });

  it('are missing for an objection of no kind', () => {
    openWith({ type_key: null });
    expect(screen.queryByRole('button', { name: /Count by order/ })).toBeNull();
  });
});

describe('of three sentences', () => {
  it('one stands open, and a tap on another opens that one', () => {
    openWith({}, { words: 'No staff.', type_key: null }, { words: 'Next year.', type_key: null });
    const words = () => screen.getByLabelText<HTMLTextAreaElement>('In their own words').value;
    expect(words()).toBe('Too dear.');
    press('Next year.');
    expect(words()).toBe('Next year.');
    expect(screen.getByRole('button', { name: 'Too dear.' })).toBeTruthy();
  });

  it('the next one opens when the open one is taken out', () => {
    openWith({}, { words: 'No staff.', type_key: null });
    press('Remove this line');
    expect(sheet.objections.items.map(({ words }) => words)).toEqual(['No staff.']);
    expect(screen.getByLabelText<HTMLTextAreaElement>('In their own words').value).toBe(
      'No staff.',
    );
  });
});
