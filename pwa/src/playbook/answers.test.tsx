/** The answers to one kind of objection: counted by visits, looked at again, added by anybody. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { answersAtHand, inOrder, wordsIn, wordsOf } from './answers';
import type { Answer } from './answers-remote';
import Objection from './Objection';
import Playbook from './Playbook';

let server: Backend;
const author = { id: 'p2', family_name: '韩', given_name: '雪', latin_name: 'Han Xue' };

function answer(part: Partial<Answer> = {}): Answer {
  return {
    ...{ id: 'a1', type_key: 'price', text: { zh: '按单算。', en: null }, author, origin: null },
    ...{ worked: 5, partly: 1, not_worked: 2, check_on: '2026-06-01', due_for_check: false },
    ...{ added_at: '2026-03-01T02:00:00Z', retired: false, version: 3 },
    ...part,
  };
}

const price = {
  ...{ key: 'price', id: 't1', position: 1, retired: false, version: 1 },
  ...{ name: { zh: '价格', en: 'Price' }, short: { zh: '太贵', en: 'Too dear' } },
  words: { zh: '三万块太贵了。', en: '30k is too dear.' },
  best: [answer()],
};

beforeEach(() => as('rep'));

async function as(role: 'rep' | 'trainer'): Promise<void> {
  server = await signedIn({ ...xiaoman, role });
  server.answers = {
    'GET /playbook': { version: 1, skills: [], objection_types: [price] },
    'GET /playbook/answers?state=offered&type=price': page([answer()]),
    'GET /playbook/answers?state=retired&type=price': page([]),
    'GET /playbook/answers/a1/uses': page([
      { ...{ id: 'u1', day: '2026-03-20', result: 'worked', visit_id: 'v1' }, client },
      { ...{ id: 'u2', day: '2026-03-19', result: 'not', visit_id: null, client: null } },
    ]),
  };
}

const client = { id: 'c1', name: '暖屿灯饰' };

function open(address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/playbook" component={Playbook} />
        <Route path="/playbook/:key" component={Objection} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

function tap(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

describe('the playbook', () => {
  it('lists what clients say with the answer to offer first', async () => {
    open('/playbook');
    const row = await screen.findByRole('link', { name: /30k is too dear/ });
    expect(row.textContent).toMatch(/按单算/);
    expect(row.getAttribute('href')).toBe('/playbook/price');
  });

  it('asks its keepers for a look at what is old', async () => {
    await as('trainer');
    server.answers['GET /playbook/answers?state=due'] = page([answer({ due_for_check: true })]);
    open('/playbook');
    const due = within(await screen.findByRole('list', { name: 'Due for a look' }));
    expect(due.getByRole('link', { name: /按单算/ })).toBeTruthy();
  });

  it('says so when a kind is not in it', async () => {
    open('/playbook/nothing');
    expect(await screen.findByText(/is not in the playbook/)).toBeTruthy();
  });
});

describe('an answer', () => {
  it('carries its counts, and the visits behind them as far as one may see them', async () => {
    open('/playbook/price');
    expect(await screen.findByText('Said 8 times: 5 worked, 1 half, 2 did not')).toBeTruthy();
    expect(screen.getByText(/by Han Xue/)).toBeTruthy();
    tap('The visits behind it');
    const link = await screen.findByRole('link', { name: /暖屿灯饰.*worked/ });
    expect(link.getAttribute('href')).toBe('/clients/c1');
    expect(screen.getByText('A visit')).toBeTruthy();
  });

  it('is read by a rep and changed by nobody but its keepers and its author', async () => {
    open('/playbook/price');
    await screen.findByText(/Said 8 times/);
    expect(screen.queryByRole('button', { name: 'Retire' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  });

  it('that is due is still good by one tap of a keeper', async () => {
    await as('trainer');
    const due = page([answer({ due_for_check: true })]);
    server.answers['GET /playbook/answers?state=offered&type=price'] = due;
    server.answers['PUT /playbook/answers/a1/check'] = answer({ version: 4 });
    open('/playbook/price');
    await screen.findByText('Due for a look');
    tap('Still good');
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/playbook/answers/a1/check')).toEqual([{ check_on: null }]),
    );
  });

  it('is retired by a keeper, and offered again by undo', async () => {
    await as('trainer');
    open('/playbook/price');
    await screen.findByText(/Said 8 times/);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    tap('Retire');
    await waitFor(() => expect(items.value[0]?.body).toEqual({ retired: true }));
    await waitFor(() => expect(screen.queryByText(/Said 8 times/)).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/Said 8 times/)).toBeTruthy();
    expect(items.value).toEqual([]);
  });

  it('of mine stands there while it waits to be sent', async () => {
    open('/playbook/price');
    await screen.findByText(/Said 8 times/);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    tap('Add an answer');
    const words = '一年一单的毛利是多少？';
    fireEvent.input(screen.getByLabelText('Our words'), { target: { value: words } });
    tap('Add it');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText('Waits to be sent')).toBeTruthy();
    expect(items.value[0]?.body).toMatchObject({ type_key: 'price', text: words });
  });
});

describe('what is read and what waits', () => {
  const around = { type: 'price', me: xiaoman };

  it('stands in the order of what is offered, due ones first for those who look', () => {
    const shown = answersAtHand(
      [answer({ id: 'old' }), answer({ id: 'due', due_for_check: true }), answer({ id: 'best' })],
      [],
      around,
    );
    const ids = (keeps: boolean) => inOrder(shown, [{ id: 'best' }], keeps).map(({ id }) => id);
    expect(ids(false)[0]).toBe('best');
    expect(ids(true).slice(0, 2)).toEqual(['due', 'best']);
  });

  it('is in the language of the reader where it was written in it', () => {
    expect(wordsIn({ zh: '按单算', en: 'By order' }, 'en')).toBe('By order');
    expect(wordsIn({ zh: '按单算', en: null }, 'en')).toBe('按单算');
    expect(wordsOf(' By order ')).toEqual({ en: 'By order' });
    expect(wordsOf('按单 by order')).toEqual({ zh: '按单 by order' });
  });
});
