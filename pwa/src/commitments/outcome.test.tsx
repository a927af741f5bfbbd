/** A settled promise: whose word it is, the record that shows it, and how the other side sees it. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { nameOf, placeOf } from './EvidencePick';
import Promises from './Promises';
import { hejing, me, promise } from './testing/promise';
import type { Commitment, Reply } from './wire';

let server: Backend;
const at = new Date().toISOString();
const settled: Partial<Commitment> = {
  ...{ outcome: 'not', outcome_reason: '周四没看到', settled_at: at },
  evidence: { kind: 'visit', id: 'v1' },
};
const said: Reply = { id: 'a1', by: me, said_to: 'not', words: '周三的签到里有', at };
const client = { id: 'k1', name: '雾屿灯具' };
const visit = { kind: 'visit', id: 'v1', day: dayOf(), client, opens_id: 'v1' };
const line = {
  ...{ kind: 'commitment', id: 'c1', to: hejing, due: dayOf(), due_at: null, done_at: at },
  ...{ late: false, late_from: null, words: '先问再报价', outcome: 'not', origin: null },
  ...{ ending: null, first_due: null, moved_late: false, seen_differently: true },
};

beforeEach(async () => {
  server = await signedIn();
  const counts = { late: 0, open: 0, done: 1, missed: 0 };
  const ledger = {
    person: me,
    since: dayOf(),
    reading: 'all',
    counts,
    owed: [line],
    next_cursor: null,
  };
  server.answers = {
    'GET /commitments': page([]),
    'GET /commitments/c1': promise({ ...settled, settled_by: hejing, replies: [said] }),
    'GET /commitments/c1/evidence': { chosen: visit, fitting: [visit] },
    [`GET /people/${xiaoman.id}/promises`]: ledger,
  };
});

async function opened() {
  history.replaceState(null, '', '/promises');
  render(
    <LocationProvider>
      <Router>
        <Route path="/promises" component={Promises} />
        <Route default component={() => null} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
  fireEvent.click(await screen.findByText('先问再报价'));
  return within(await screen.findByRole('dialog'));
}

describe('a promise that the other side settled', () => {
  it('is opened from the ledger, which says that it is seen differently', async () => {
    const sheet = await opened();
    expect(screen.getByText(/the other sees it differently/)).toBeTruthy();
    expect(await sheet.findByText('He Jing said so, today')).toBeTruthy();
    expect(sheet.getByText('周三的签到里有')).toBeTruthy();
  });

  it('shows the record that was chosen as a link', async () => {
    const sheet = await opened();
    const link = await sheet.findByRole('link', { name: /Visit, 雾屿灯具/ });
    expect(link.getAttribute('href')).toBe('/visits/v1/check-in');
  });

  it('takes one more sentence, also without a network, and shows it at once', async () => {
    const sheet = await opened();
    fireEvent.click(await sheet.findByRole('button', { name: 'Add a sentence' }));
    const form = within(await screen.findByRole('dialog', { name: 'I see it differently' }));
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByRole('alert').textContent).toBe('Write one sentence.');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    fireEvent.input(form.getByLabelText('How do you see it?'), { target: { value: '客户先改的' } });
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]).toMatchObject({
      kind: 'promise-reply',
      path: '/api/v1/commitments/c1/replies',
      body: { words: '客户先改的' },
    });
    expect(await screen.findByText('客户先改的')).toBeTruthy();
    expect(screen.getByText('周三的签到里有')).toBeTruthy();
  });

  it('asks nobody whose own word it is', async () => {
    server.answers['GET /commitments/c1'] = promise({ ...settled, settled_by: me });
    const sheet = await opened();
    expect(await sheet.findByText('Lin Xiaoman said so, today')).toBeTruthy();
    expect(sheet.queryByRole('button', { name: 'I see it differently' })).toBeNull();
  });
});

describe('a record that is chosen', () => {
  it.each([
    ['deal', 'Order, Nuanyu, Today', '/clients/k1'],
    ['payment', 'Payment, Nuanyu, Today', '/clients/k1'],
    ['share', 'Share, Today', '/shares/o1'],
    ['visit', 'Visit, Nuanyu, Today', '/visits/o1/check-in'],
  ] as const)('names a %s and opens it', (kind, name, place) => {
    const client = kind === 'share' ? null : { id: 'k1', name: 'Nuanyu' };
    const row = { kind, id: 'e1', day: dayOf(), client, opens_id: 'o1' };
    expect(nameOf(row)).toBe(name);
    expect(placeOf(row, true)).toBe(place);
  });
});
