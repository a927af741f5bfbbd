/** A request: asked in three taps, seen, answered, and closed by whoever asked. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import HelpList from './HelpList';
import HelpNew from './HelpNew';
import HelpRequest from './HelpRequest';
import { besideOf, inMinutes, lineOf, requestOf } from './testing/examples';
import { hanxue, hejing } from './testing/people';

const VISIT = '0199cccc-0000-7000-8000-000000000001';
const ABOUT = `/help-requests/new?about=visit:${VISIT}&name=Ruichuan`;
const said = {
  ...{ id: 'a1', by: hejing, words: 'Yes, put it in the contract.', offers: 'none' as const },
  ...{ on_day: null, correction: null, at: inMinutes(-1) },
};

const ASKED = { asker: hanxue, helper: { ...xiaoman } };

let server: Backend;

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, team_id: 't1' });
  server.answers = {
    'GET /me': {
      ...xiaoman,
      ...{ team: { id: 't1' }, manager: hejing, mentor: hanxue, apprentices: [] },
      organisation: { evening_closes: '20:00', grades: [], zone: 'Asia/Shanghai' },
    },
    'GET /help-requests': page([]),
    'GET /organisation/calendar': { items: [] },
  };
});

function show(address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/help-requests" component={HelpList} />
        <Route path="/help-requests/new" component={HelpNew} />
        <Route path="/help-requests/:id" component={HelpRequest} />
      </Router>
      <Toasts />
    </LocationProvider>,
  );
}

function offline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.reachable = false;
}

function kept(): Record<string, unknown>[] {
  return items.value.map(({ kind, body }) => ({ kind, ...(body as object) }));
}

describe('asking', () => {
  it('needs a time and a tap, with the kind at hand and the client told', async () => {
    show(ABOUT);
    expect(await screen.findByText(/Ruichuan/)).toBeTruthy();
    await screen.findByRole('radio', { name: 'Jing, manager' });
    offline();
    fireEvent.click(screen.getByRole('radio', { name: /^Now/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Ask Jing for help' }));
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(kept()[0]).toMatchObject({
      ...{ kind: 'client', needed: 'now', wanted: null, audience: 'manager', words: null },
      about: { kind: 'visit', id: VISIT },
    });
    expect(items.value[0]?.needs).toEqual([`visit:${VISIT}`]);
    expect(await screen.findByText(/The promise begins when it arrives/)).toBeTruthy();
  });

  it('says what is missing instead of refusing the tap', async () => {
    show('/help-requests/new');
    fireEvent.click(await screen.findByRole('button', { name: /Ask .* for help/ }));
    const lacks = screen.getAllByRole('alert').map(({ textContent }) => textContent);
    expect(lacks).toEqual(['Which kind comes nearest?', 'By when would it help?']);
    expect(items.value).toEqual([]);
  });

  it('offers no team for something personal', async () => {
    show('/help-requests/new');
    await screen.findByRole('radio', { name: 'Jing, manager' });
    fireEvent.click(screen.getByRole('radio', { name: 'The whole team' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Personal' }));
    expect(screen.queryByRole('radio', { name: 'The whole team' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Ask Jing for help' })).toBeTruthy();
    expect(screen.getByText('Only you and Jing see it.')).toBeTruthy();
  });
});

describe('my request', () => {
  function open(part = {}): void {
    server.answers['GET /today/help-requests/h1'] = besideOf({
      ...{ asker: xiaoman, helper: hejing },
      ...part,
    });
    show('/help-requests/h1');
  }

  it('says who has it and until when, and that asking never counts', async () => {
    open();
    const note = await screen.findByText(/Jing has it and answers within 10 min/);
    expect(note.textContent).toContain('Asking never counts against you');
  });

  it('shows a late promise as the time of somebody else, without honey', async () => {
    open({ helper_due_at: inMinutes(-20), late: true });
    const note = await screen.findByText(/past the time; that is theirs/);
    expect(note.closest('.wait')).toBeNull();
    expect(document.querySelector('.wait')).toBeNull();
  });

  it('is closed in one tap with whether it helped', async () => {
    open({ state: 'answered', owed: false, answers: [said] });
    await screen.findByText('Yes, put it in the contract.');
    offline();
    fireEvent.click(screen.getByRole('button', { name: 'It helped' }));
    await waitFor(() => expect(kept()).toMatchObject([{ kind: 'help-outcome', helped: 'yes' }]));
    expect(await screen.findByText('Closed: It helped')).toBeTruthy();
  });

  it('goes back to the helper when I am still stuck', async () => {
    open({ state: 'answered', owed: false, answers: [said] });
    await screen.findByText('Yes, put it in the contract.');
    offline();
    fireEvent.click(screen.getByRole('button', { name: /Still stuck/ }));
    await waitFor(() => expect(kept()).toMatchObject([{ kind: 'help-tried', still_stuck: true }]));
  });
});

describe('a request asked of me', () => {
  beforeEach(async () => {
    const { answers } = server;
    server = await signedIn({ ...xiaoman, role: 'manager', team_id: 't1' });
    server.answers = answers;
    server.answers['PUT /help-requests/h1/seen'] = requestOf({ state: 'seen' });
    server.answers['GET /today/help-requests/h1'] = besideOf(ASKED, {
      could_help: [{ person: hejing, role: 'manager', mentor: false }],
    });
  });

  it('tells the asker that it was seen, once', async () => {
    show('/help-requests/h1');
    await screen.findByText('May he pay in two parts?');
    await waitFor(() => expect(server.bodiesOf('PUT', '/help-requests/h1/seen')).toEqual([null]));
  });

  it('is answered in a sentence', async () => {
    show('/help-requests/h1');
    fireEvent.input(await screen.findByLabelText('Your answer'), { target: { value: 'Yes.' } });
    offline();
    fireEvent.click(screen.getByRole('button', { name: 'Answer Xue' }));
    await waitFor(() => expect(kept().at(-1)).toMatchObject({ words: 'Yes.', offers: 'none' }));
  });

  it('asks for the day of what is done together', async () => {
    show('/help-requests/h1');
    fireEvent.click(await screen.findByRole('radio', { name: 'I come along' }));
    fireEvent.click(screen.getByRole('button', { name: 'Answer Xue' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose the day.');
  });

  it('is late in honey, with the way to write it or hand it over', async () => {
    server.answers['GET /today/help-requests/h1'] = besideOf({
      ...ASKED,
      helper_due_at: inMinutes(-20),
      late: true,
    });
    show('/help-requests/h1');
    const note = await screen.findByText(/20 min late\. Write it now, or hand it over\?/);
    expect(note.closest('.note')?.className).toContain('wait');
  });

  it('is handed to somebody with the reason', async () => {
    show('/help-requests/h1');
    fireEvent.click(await screen.findByRole('button', { name: 'Hand over' }));
    const sheet = within(await screen.findByRole('dialog', { hidden: true }));
    fireEvent.click(sheet.getByRole('radio', { name: /He Jing/, hidden: true }));
    offline();
    fireEvent.click(sheet.getByRole('button', { name: 'Hand it to Jing', hidden: true }));
    await waitFor(() => expect(kept().at(-1)).toMatchObject({ helper_id: hejing.id }));
  });
});

describe('the list', () => {
  it('puts who waits for me before what I asked', async () => {
    server.answers['GET /help-requests'] = page([
      lineOf({ id: 'mine', asker: xiaoman }),
      lineOf({ id: 'theirs', asker: hanxue, helper: { ...xiaoman }, words: 'How do I begin?' }),
    ]);
    show('/help-requests');
    await screen.findByText('How do I begin?');
    const titles = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(titles).toEqual(['Waiting for me', 'My requests']);
  });

  it('begins with an invitation when nothing is open', async () => {
    show('/help-requests');
    expect(await screen.findByText('Nothing open')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ask for help' }).getAttribute('href')).toBe(
      '/help-requests/new',
    );
  });
});
