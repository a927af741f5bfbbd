/** 我来试: a wish waits on the phone, is taken back, and is asked about once after the check-in. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { items, type Item } from '../kit/outbox';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { cardOf } from '../visits/testing/examples';
import { questionOf, type Told } from './asking';
import { AskTried } from './AskTried';
import { noteOpened, withOpened, type Opened } from './opened';
import { TryShare } from './TryPart';
import { newsOf, wishOf } from './tries';
import type { ShareDetail, Tried, Try } from './wire';

const qihang = { id: 'p2', family_name: '周', given_name: '启航', latin_name: 'Zhou Qihang' };
const ofShare = { share_id: 's1', case_id: null, kind: 'tip' as const, title: '先问再答' };
const harbour = { id: 'c1', name: '暖屿灯饰' };

function aTry(part: Partial<Try> = {}): Try {
  const told = { wished_at: '2026-03-24T11:20:00Z', result: null, day: null };
  return { id: 't1', of: ofShare, author: qihang, client: harbour, ...told, ...part };
}

function unsent(part: Partial<Item>): Item {
  return { lane: 'try:t1', kind: 'try', label: {}, ...part } as Item;
}

describe('a wish', () => {
  const idea = { share_id: 's1' };
  const wished = unsent({
    method: 'PUT',
    body: { share_id: 's1', client_id: 'c1', wished_at: '' },
    label: { client: '暖屿灯饰' },
  });

  it('is what the server knows, until it was told how it went', () => {
    expect(wishOf(idea, [aTry()], [])).toEqual({ id: 't1', client: harbour });
    expect(wishOf(idea, [aTry({ result: 'worked' })], [])).toBeNull();
    expect(wishOf({ share_id: 's2' }, [aTry()], [])).toBeNull();
  });

  it('stands at once, and goes at once when it is taken back', () => {
    expect(wishOf(idea, [], [wished])).toEqual({ id: 't1', client: harbour });
    const away = unsent({ method: 'DELETE' });
    expect(wishOf(idea, [aTry()], [away])).toBeNull();
    expect(wishOf(idea, [], [wished, away])).toBeNull();
  });

  it('has the client that was chosen last', () => {
    const other = { share_id: 's1', client_id: null, wished_at: '' };
    const changed = unsent({ method: 'PUT', body: other });
    expect(wishOf(idea, [aTry()], [changed])).toEqual({ id: 't1', client: null });
  });

  it('stays when it was not tried this time', () => {
    const word = unsent({
      kind: 'try-word',
      method: 'PUT',
      body: { visit_id: 'v1', result: null },
    });
    expect(wishOf(idea, [aTry()], [word])).not.toBeNull();
    const told = unsent({ ...word, body: { visit_id: 'v1', result: 'not' } });
    expect(wishOf(idea, [aTry()], [told])).toBeNull();
  });
});

describe('the question after a check-in', () => {
  const wish = { id: 't1', of: { case_id: null, title: '先问再答' }, author: qihang };
  const visit: Told = {
    ...{ id: 'v1', client: harbour, check_in: { outcome: 'continued' } },
    tries: [wish],
  };
  const opened: Opened = { visit: 'v1', id: 'k1', title: '先看询盘', author: qihang, asked: false };

  it('is about the wish first, then about what was opened for the visit', () => {
    expect(questionOf([visit], [opened], [])).toMatchObject({ visit: 'v1', wish: 't1' });
    expect(questionOf([{ ...visit, tries: [] }], [opened], [])).toMatchObject({ case: 'k1' });
  });

  it('is not asked before the check-in, where nobody was met, or a second time', () => {
    const nobody = { outcome: 'nobody_met' };
    expect(questionOf([{ ...visit, check_in: null }], [opened], [])).toBeNull();
    expect(questionOf([{ ...visit, check_in: nobody }], [opened], [])).toBeNull();
    const word = unsent({ kind: 'try-word' });
    expect(questionOf([visit], [{ ...opened, asked: true }], [word])).toBeNull();
    expect(questionOf([{ ...visit, tries: undefined }], [], [])).toBeNull();
  });

  it('keeps the case opened last, until the visit has asked', () => {
    const other = { ...opened, id: 'k2' };
    expect(withOpened([opened], other)).toEqual([other]);
    expect(withOpened([{ ...opened, asked: true }], other)).toEqual([{ ...opened, asked: true }]);
  });
});

it('tells the author the latest good news of a week', () => {
  const tried = (part: Partial<Tried>): Tried => {
    const told = { wished_at: `${dayOf()}T04:00:00Z`, result: null, day: null };
    return { id: 't1', of: ofShare, by: qihang, ...told, ...part };
  };
  expect(newsOf([tried({})])?.id).toBe('t1');
  expect(newsOf([tried({ result: 'not', day: dayOf() })])).toBeUndefined();
  const old = daysAfter(dayOf(), -8);
  expect(newsOf([tried({ result: 'worked', day: old })])).toBeUndefined();
});

describe('on the phone', () => {
  let server: Backend;
  const share = {
    ...{ id: 's1', kind: 'tip', state: 'published', author: qihang, words: '先问再答' },
  } as ShareDetail;
  const client = { id: 'c1', name: '暖屿灯饰', owner: xiaoman };

  beforeEach(async () => {
    server = await signedIn(xiaoman);
    server.answers = { 'GET /me/tries': page([]), 'GET /clients': page([client]) };
  });

  it('is kept without a network, with the client that was chosen', async () => {
    render(<TryShare share={share} />);
    fireEvent.click(await screen.findByRole('button', { name: 'I will try this' }));
    await screen.findByRole('option', { name: '暖屿灯饰' });
    server.reachable = false;
    fireEvent.change(screen.getByLabelText('At which client?'), { target: { value: 'c1' } });
    fireEvent.click(screen.getByRole('button', { name: 'Keep it in mind' }));
    await screen.findByText(/You will try this at 暖屿灯饰/);
    expect(items.value.at(-1)).toMatchObject({
      ...{ kind: 'try', method: 'PUT', needs: ['client:c1'] },
      body: { share_id: 's1', client_id: 'c1' },
    });
  });

  it('asks in one tap, tells it behind the check-in, and asks no more', async () => {
    server.reachable = false;
    const wish = { id: 't1', of: ofShare, author: qihang };
    const told = { outcome: 'continued' } as never;
    const stops = [{ card: cardOf({ check_in: told, tries: [wish] }) }];
    render(<AskTried stops={stops} />);
    fireEvent.click(await screen.findByRole('button', { name: 'It worked' }));
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    const visit = stops[0]?.card.id;
    expect(items.value.at(-1)).toMatchObject({
      ...{ kind: 'try-word', path: '/api/v1/tries/t1/word', needs: [`visit:${visit}`] },
      body: { visit_id: visit, result: 'worked' },
    });
  });

  it('asks once about a case that was opened for the visit', async () => {
    const card = cardOf({ check_in: { outcome: 'continued' } as never });
    await noteOpened(card.id, { id: 'k1', title: '先看询盘', author: qihang });
    const shown = render(<AskTried stops={[{ card }]} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Not tried this time' }));
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    shown.unmount();
    await noteOpened(card.id, { id: 'k1', title: '先看询盘', author: qihang });
    const { container } = render(<AskTried stops={[{ card }]} />);
    expect(container.textContent).toBe('');
  });
});
