/** Promises: the one on Today, the ledger, and saying how it went without a network. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Promises from './Promises';
import { inParts, stillOpen } from './promises';
import TodayPromise from './TodayPromise';
import { hejing, me, promise } from './testing/promise';
import type { Ledger, Owed } from './wire';

let server: Backend;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const before = (ms: number) => new Date(Date.now() - ms).toISOString();
const today = dayOf();

function owed(part: Partial<Owed> = {}): Owed {
  return {
    ...{ kind: 'commitment', id: 'c1', to: hejing, due: daysAfter(today, 2), due_at: null },
    ...{
      done_at: null,
      late: false,
      late_from: null,
      words: '先问再报价',
      outcome: null,
      origin: null,
      ending: null,
      first_due: null,
      moved_late: false,
      seen_differently: false,
    },
    ...part,
  };
}

function ledger(person: Ledger['person'], ...lines: Owed[]): Ledger {
  const counts = { late: 0, open: lines.length, done: 0, missed: 0 };
  const reading = person.id === me.id ? ('all' as const) : ('as_team' as const);
  return { person, since: today, reading, counts, owed: lines, next_cursor: null };
}

const MINE = `GET /people/${xiaoman.id}/promises`;

beforeEach(async () => {
  server = await signedIn();
  server.answers = { 'GET /commitments': page([promise()]), [MINE]: ledger(me, owed()) };
});

function show(address = '/promises'): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/promises" component={Promises} />
        <Route path="/people/:id/promises" component={Promises} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

function offline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.reachable = false;
}

describe('the promise on Today', () => {
  function today(): void {
    render(
      <LocationProvider>
        <TodayPromise />
      </LocationProvider>,
    );
  }

  it('is the one of mine that is due first', async () => {
    const later = promise({ id: 'c2', words: '后来的', due: daysAfter(dayOf(), 9) });
    const his = promise({ id: 'c3', words: '何静的', owner: hejing, to: me, due: dayOf() });
    server.answers['GET /commitments'] = page([his, later, promise()]);
    today();
    expect(await screen.findByText('先问再报价')).toBeTruthy();
    const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
    expect(headings).toEqual(['You promised He Jing', 'Promised to you']);
    expect(screen.queryByText('后来的')).toBeNull();
  });

  it('stands before the one that was promised to me and is due first', async () => {
    const later = promise({ id: 'c4', words: '以后的', owner: hejing, to: me });
    const first = promise({ id: 'c3', words: '何静的', owner: hejing, to: me, due: dayOf() });
    server.answers['GET /commitments'] = page([first, later]);
    today();
    expect(await screen.findByText('何静的')).toBeTruthy();
    expect(screen.getByText('from He Jing · by today')).toBeTruthy();
    expect(screen.queryByText('以后的')).toBeNull();
  });

  it('is followed by what somebody of the team was thanked for this week', async () => {
    const goal = { id: 'g1', metric: 'visits', period: 'day', first: dayOf(), last: dayOf() };
    const told = { id: 'w1', by: hejing, team_id: 't1', goal, given_at: before(HOUR) };
    const thanks = { ...told, owner: me, why: '每家都约好了下一步' };
    const old = { ...told, id: 'w2', owner: me, why: '很久以前', given_at: before(9 * DAY) };
    server.answers['GET /commitments'] = page([]);
    server.answers['GET /rewards'] = page([thanks, old]);
    today();
    const rows = within(await screen.findByRole('list', { name: 'Thanks in the team' }));
    expect(rows.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Lin Xiaoman: 每家都约好了下一步Visits, Today · thanks from He Jing'),
    ]);
  });

  it('takes no room when there is none', async () => {
    server.answers['GET /commitments'] = page([]);
    today();
    await waitFor(() => expect(server.asked.length).toBe(2));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('saying how it went', () => {
  it('needs a choice, and a reason unless it was kept', async () => {
    show('/promises?promise=c1');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(sheet.getByRole('alert').textContent).toBe('Choose one of the three.');
    fireEvent.click(sheet.getByLabelText('Partly'));
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(sheet.getByRole('alert').textContent).toContain('what stood in the way');
    expect(items.value).toEqual([]);
  });

  it('works without a network: it lies in the outbox and leaves the open ones', async () => {
    show('/promises?promise=c1');
    const sheet = within(await screen.findByRole('dialog'));
    offline();
    fireEvent.click(sheet.getByLabelText('Not'));
    fireEvent.input(sheet.getByLabelText(/What stood in the way/), { target: { value: '他不在' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]).toMatchObject({
      kind: 'promise-outcome',
      lane: 'commitment:c1',
      method: 'PUT',
      path: '/api/v1/commitments/c1/outcome',
      body: { outcome: 'not', reason: '他不在' },
    });
    expect(await screen.findByText('No open promises')).toBeTruthy();
  });

  it('may name a record that both may open, and needs none', async () => {
    const client = { id: 'k1', name: '雾屿灯具' };
    const visit = { kind: 'visit', id: 'v1', day: today, client, opens_id: 'v1' };
    server.answers['GET /commitments/c1/evidence'] = { chosen: null, fitting: [visit] };
    show('/promises?promise=c1');
    const sheet = within(await screen.findByRole('dialog'));
    const pick = await sheet.findByLabelText('By which record do you both see it?');
    expect(within(pick).getByText('Visit, 雾屿灯具, Today')).toBeTruthy();
    fireEvent.click(sheet.getByLabelText('Kept'));
    fireEvent.change(pick, { target: { value: 'v1' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/commitments/c1/outcome')).toContainEqual({
        outcome: 'kept',
        reason: null,
        evidence: { kind: 'visit', id: 'v1' },
      }),
    );
  });

  it('moves the day with a reason instead', async () => {
    show('/promises?promise=c1&move');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(sheet.getByRole('alert').textContent).toBe('Choose the day.');
    const day = daysAfter(today, 5);
    fireEvent.input(sheet.getByLabelText('Day'), { target: { value: day } });
    fireEvent.input(sheet.getByLabelText('Why?'), { target: { value: '客户改期' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.bodiesOf('PUT', '/commitments/c1/due')).toMatchObject([
        { due: day, why: '客户改期' },
      ]),
    );
  });
});

describe('a ledger', () => {
  it('shows a helper late in honey, to the team and to the helper', async () => {
    const late = owed({ kind: 'advice', to: null, words: null, late: true });
    const line = { ...late, due: daysAfter(today, -2), late_from: before(2 * DAY) };
    server.answers['GET /people/p9/promises'] = ledger(hejing, line);
    show('/people/p9/promises');
    expect(await screen.findByText('2 days late')).toBeTruthy();
    expect(screen.getByText('Advice after a goal')).toBeTruthy();
    expect(screen.getByText(/stays between the two/)).toBeTruthy();
  });

  it.each([
    [MINUTE, '1 min late'],
    [20 * MINUTE, '20 min late'],
    [3 * HOUR, '3 h late'],
    [DAY, '1 day late'],
  ])('counts from the moment its time was over (%i ms)', async (ms, said) => {
    const line = owed({ kind: 'help_request', words: null, late: true, late_from: before(ms) });
    server.answers['GET /people/p9/promises'] = ledger(hejing, line);
    show('/people/p9/promises');
    expect(await screen.findByText(said)).toBeTruthy();
  });

  it.each([
    ['help_request', 20 * MINUTE, 'Answered, 20 min late'],
    ['advice', 2 * DAY, 'Given, 2 days late'],
    ['review', 5 * HOUR, 'Held, 5 h late'],
  ])('still says of %s that it was late when it is done', async (kind, ms, said) => {
    const done_at = before(3 * DAY);
    const late_from = new Date(Date.parse(done_at) - ms).toISOString();
    const line = owed({ kind, words: null, late: true, late_from, done_at });
    server.answers['GET /people/p9/promises'] = ledger(hejing, line);
    server.answers[MINE] = ledger(me, line);
    show('/people/p9/promises');
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.queryByText('Kept')).toBeNull();
  });

  it.each([
    ['handed_over', 'Handed over, 20 min late'],
    ['never_answered', 'Never answered, 20 min late'],
    ['called_off', 'Called off, 20 min late'],
  ] as const)('says of what ended %s that it was late', async (ending, said) => {
    const done_at = before(HOUR);
    const late_from = before(HOUR + 20 * MINUTE);
    const line = owed({
      kind: 'help_request',
      words: null,
      late: true,
      late_from,
      done_at,
      ending,
    });
    server.answers['GET /people/p9/promises'] = ledger(hejing, line);
    show('/people/p9/promises');
    const missed = within(await screen.findByRole('list', { name: 'Not done in time' }));
    expect(missed.getByText(said)).toBeTruthy();
    expect(screen.queryByText('Done this month')).toBeNull();
  });

  it('keeps the first day of what moved after it, and colours it for a helper alone', async () => {
    const moved = owed({ first_due: daysAfter(today, -3), moved_late: true });
    server.answers['GET /people/p9/promises'] = ledger(hejing, moved);
    server.answers[MINE] = ledger(me, moved);
    show('/people/p9/promises');
    expect(await screen.findByText('Moved after its day')).toBeTruthy();
    expect(screen.getByText(/first for/)).toBeTruthy();
    cleanup();
    show();
    expect(await screen.findByText(/first for/)).toBeTruthy();
    expect(screen.queryByText('Moved after its day')).toBeNull();
  });

  it('tells also a rep who helped that the own answer was late', async () => {
    const line = { kind: 'help_request', words: null, late: true, late_from: before(HOUR) };
    server.answers[MINE] = ledger(me, owed({ ...line, done_at: before(0) }));
    show();
    expect(await screen.findByText('Answered, 1 h late')).toBeTruthy();
  });

  it('shows thanks with who gave them, and whether it was kept is no question there', async () => {
    const thanks = { kind: 'thanks', due: null, done_at: before(0), words: null };
    server.answers['GET /people/p9/promises'] = ledger(hejing, owed({ ...thanks, to: me }));
    show('/people/p9/promises');
    expect(await screen.findByText('Thanks received')).toBeTruthy();
    expect(screen.getByText('from Lin Xiaoman · Today')).toBeTruthy();
    expect(screen.queryByText('Kept')).toBeNull();
  });

  it('does not colour what a rep owes', async () => {
    const past = { late: true, due: daysAfter(today, -2), late_from: before(2 * DAY) };
    server.answers[MINE] = ledger(me, owed(past));
    show();
    expect(await screen.findByRole('heading', { name: 'Past their day' })).toBeTruthy();
    expect(screen.queryByText(/days late/)).toBeNull();
  });

  it('tells whom it keeps waiting that it is not on their side', async () => {
    const line = owed({ to: me, late: true, due: daysAfter(today, -1) });
    server.answers['GET /people/p9/promises'] = ledger(hejing, line);
    show('/people/p9/promises');
    expect(await screen.findByText(/not on yours/)).toBeTruthy();
  });

  it('is counts for a region, which reads no line of it', async () => {
    const counts = { late: 1, open: 2, done: 5, missed: 3 };
    server.answers['GET /people/p9/promises'] = { ...ledger(hejing), counts };
    show('/people/p9/promises');
    expect(
      await screen.findByText(/^Late 1, open 2, not done in time 3, done this month 5$/),
    ).toBeTruthy();
  });

  it('reads on by its button, and keeps what stands there', async () => {
    const first = { ...ledger(hejing, owed()), next_cursor: 'further' };
    server.answers['GET /people/p9/promises'] = first;
    show('/people/p9/promises');
    expect(await screen.findByText('先问再报价')).toBeTruthy();
    server.answers['GET /people/p9/promises'] = ledger(hejing, owed({ id: 'c9', words: '带样品' }));
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('带样品')).toBeTruthy();
    expect(screen.getByText('先问再报价')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    expect(server.asked.at(-1)).toMatchObject({ method: 'GET' });
  });

  it('invites nobody to settle the promises of somebody else', async () => {
    server.answers['GET /people/p9/promises'] = ledger(hejing, owed({ to: me }));
    show('/people/p9/promises');
    await screen.findByText('先问再报价');
    expect(screen.queryByRole('link', { name: /先问再报价/ })).toBeNull();
  });
});

describe('what lies unsent', () => {
  const item = (kind: string, body: object) => ({ kind, lane: 'commitment:c1', body });

  it('is laid over what was read', () => {
    const moved = [item('promise-day', { due: '2026-03-30' })] as never;
    expect(stillOpen([promise()], moved)).toMatchObject([{ due: '2026-03-30', isUnsent: true }]);
    const settled = [item('promise-outcome', { outcome: 'kept' })] as never;
    expect(stillOpen([promise()], settled)).toEqual([]);
    expect(inParts([owed(), owed({ id: 'c2', late: true })], settled)).toMatchObject({
      late: [{ id: 'c2' }],
      open: [],
    });
  });
});
