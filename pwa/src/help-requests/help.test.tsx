/** A request: asked in three taps, seen, answered, and closed by whoever asked. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

const HOURS = { quiet_until: '08:00', evening_closes: '20:00' };
const AT_ELEVEN_PM = '2026-03-24T15:00:00Z';
const ASKED = { asker: hanxue, helper: { ...xiaoman } };

let server: Backend;

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, team_id: 't1' });
  server.answers = {
    'GET /me': {
      ...xiaoman,
      ...{ team: { id: 't1' }, manager: hejing, mentor: hanxue, apprentices: [], teammates: 3 },
      organisation: { ...HOURS, grades: [], zone: 'Asia/Shanghai' },
      working_days: ['2026-03-24', '2026-03-25'],
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

function itIs(moment: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
}

function meAs(part: object): void {
  server.answers['GET /me'] = { ...(server.answers['GET /me'] as object), ...part };
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

describe('asking in the night', () => {
  beforeEach(() => itIs(AT_ELEVEN_PM));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    dispatchEvent(new Event('online'));
  });

  it('says by when somebody answers, before the tap and after it, without a network too', async () => {
    show(ABOUT);
    const now = await screen.findByRole('radio', { name: /^Now.*by tomorrow 08:15/ });
    expect(screen.queryByText(/Phones are silent now/)).toBeNull();
    fireEvent.click(now);
    expect(screen.getByText(/Phones are silent now: Jing answers by tomorrow 08:15/)).toBeTruthy();
    offline();
    dispatchEvent(new Event('offline'));
    fireEvent.click(screen.getByRole('button', { name: 'Ask Jing for help' }));
    expect(await screen.findByText(/It waits on this phone.* call Jing/)).toBeTruthy();
    expect(await screen.findByText(/answered by tomorrow 08:15 once it arrives/)).toBeTruthy();
  });

  it('names the time in the toast, and on the request until it is seen', async () => {
    server.answers['POST /help-requests'] = requestOf();
    show(ABOUT);
    fireEvent.click(await screen.findByRole('radio', { name: /^Now.*by tomorrow 08:15/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Ask Jing for help' }));
    expect(await screen.findByText(/^Jing answers by tomorrow 08:15; phones are/)).toBeTruthy();
  });

  it('is no promise of minutes on the request itself', async () => {
    const morning = '2026-03-25T00:15:00Z';
    server.answers['GET /today/help-requests/h1'] = besideOf({
      ...{ asker: xiaoman, helper: hejing, due_at: morning, helper_due_at: morning },
    });
    show('/help-requests/h1');
    const note = await screen.findByText(/phones are silent until the morning/);
    expect(note.textContent).toMatch(/^Jing answers by tomorrow 08:15/);
  });
});

describe('whom each role reaches', () => {
  async function asOneWhomNobodyLeads(role: 'regional_manager' | 'trainer', around = {}) {
    server = await signedIn({ ...xiaoman, role, team_id: 't1' });
    server.answers['GET /me'] = {
      ...{ ...xiaoman, role, manager: null, mentor: null, peer: null, team: null },
      ...{ apprentices: [], teammates: 3, working_days: [], ...around },
      organisation: { ...HOURS, grades: [], zone: 'Asia/Shanghai' },
    };
    show(`/help-requests/new?about=goal:${VISIT}`);
    fireEvent.click(await screen.findByRole('radio', { name: 'Client' }));
  }

  it('is one who leads beside a region for what is personal, by name', async () => {
    await asOneWhomNobodyLeads('regional_manager', { peer: hanxue });
    await screen.findByRole('radio', { name: 'The managers of my region' });
    fireEvent.click(screen.getByRole('radio', { name: 'Personal' }));
    expect(screen.getByRole('radio', { name: 'Xue, beside you' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ask Xue for help' })).toBeTruthy();
  });

  it('is all regional managers for a trainer of several regions', async () => {
    await asOneWhomNobodyLeads('trainer');
    await screen.findByRole('radio', { name: 'The regional managers' });
    expect(screen.getByRole('button', { name: 'Ask the regional managers for help' })).toBeTruthy();
  });

  it('is the managers for a region, and nobody for what is personal where none stands beside', async () => {
    await asOneWhomNobodyLeads('regional_manager');
    await screen.findByRole('radio', { name: 'The managers of my region' });
    expect(screen.getByRole('button', { name: 'Ask the managers for help' })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Personal' }));
    expect(screen.queryByRole('button', { name: /^Ask/ })).toBeNull();
    expect(screen.getByText(/nobody leads you or stands beside you/)).toBeTruthy();
  });

  it('is said where it is nobody at all, with what to do, and no form', async () => {
    meAs({ manager: null, mentor: null, team: null, teammates: 0 });
    show('/help-requests/new');
    expect(await screen.findByText('Nobody here would get it')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To the people' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Ask/ })).toBeNull();
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
