/** The check-in and the plan, as somebody standing at a client's gate meets them. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { uuid7 } from '../kit/api/uuid7';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { items, openDraft } from '../kit/outbox';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import CheckIn from './CheckIn';
import { toldOf, typeOf, visitOf, wu } from './testing/examples';
import VisitNew from './VisitNew';

let server: Backend;
let id: string;

const types = ['Too dear', 'No result', 'Let me think', 'Traders', 'Partner', 'Fairs', 'Season'];
const client = { id: 'c1', name: '暖屿灯饰', contacts: [wu], sheet: {}, version: 1 };

beforeEach(async () => {
  server = await signedIn();
  id = uuid7();
  server.answers = {
    'GET /clients': page([{ ...client, owner: xiaoman, boss: '吴建平' }]),
    'GET /clients/c1': client,
    'GET /me': { organisation: { zone: 'Asia/Shanghai', evening_closes: '20:00' } },
    'GET /organisation/calendar': { items: [] },
    'GET /playbook': {
      version: 1,
      skills: [],
      objection_types: [...types.map((short) => typeOf(short, short)), typeOf('old', 'Retired')],
    },
    [`GET /visits/${id}`]: visitOf({ id }),
  };
});

function open(path: string, screenOf: FunctionComponent, address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path={path} component={screenOf} />
        <Route default component={() => <p>at {location.pathname + location.search}</p>} />
      </Router>
    </LocationProvider>,
  );
}

async function openCheckIn(search = ''): Promise<void> {
  open('/visits/:id/check-in', CheckIn, `/visits/${id}/check-in${search}`);
  await screen.findByLabelText('Continued');
}

function pick(label: string): void {
  fireEvent.click(screen.getByLabelText(label));
}

function tap(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

async function sent(): Promise<unknown> {
  await waitFor(() => expect(server.bodiesOf('PUT', `/visits/${id}/check-in`)).toHaveLength(1));
  return server.bodiesOf('PUT', `/visits/${id}/check-in`)[0];
}

describe('the check-in', () => {
  it('is two taps once it is open: how it went, and Save', async () => {
    await openCheckIn();
    await screen.findByRole('radio', { name: '吴建平', checked: true });
    pick('Stalled');
    tap('Save');
    expect(await sent()).toMatchObject({ outcome: 'stalled', met_contact_id: 'k1' });
    expect(await screen.findByText('at /')).toBeTruthy();
  });

  it('at a client where nobody was before is a first visit, and says so', async () => {
    server.answers['GET /visits'] = page([]);
    id = uuid7();
    await openCheckIn('?client=c1');
    expect(await screen.findByText(/· first visit$/)).toBeTruthy();
    pick('Continued');
    tap('Save');
    expect(await sent()).toMatchObject({ purpose: 'first' });
  });

  it('follows up where somebody was before, and where this phone cannot know', async () => {
    server.answers['GET /visits'] = page([{ ...visitOf({ id: 'v0' }), check_in: toldOf() }]);
    id = uuid7();
    await openCheckIn('?client=c1');
    await waitFor(() => expect(server.asked.some(({ path }) => path === '/visits')).toBe(true));
    expect(screen.getByText(/· follow-up$/)).toBeTruthy();
    cleanup();
    server.reachable = false;
    await openCheckIn('?client=c7');
    expect(screen.getByText(/· follow-up$/)).toBeTruthy();
  });

  it('puts right what a planned visit was for', async () => {
    await openCheckIn();
    pick('Continued');
    pick('Close');
    expect(screen.getByText(/· close$/)).toBeTruthy();
    tap('Save');
    expect(await sent()).toMatchObject({ purpose: 'close', outcome: 'continued' });
  });

  it('chooses no outcome itself, and says so when it is saved without one', async () => {
    await openCheckIn();
    const outcomes = screen.getAllByRole<HTMLInputElement>('radio', { name: /Advanced|Signed/ });
    expect(outcomes.map(({ checked }) => checked)).toEqual([false, false]);
    tap('Choose how it went, then save');
    expect(screen.getByRole('alert').textContent).toMatch(/Choose one/);
    expect(items.value).toEqual([]);
  });

  it('asks what the client agreed to, and when, before it calls a visit advanced', async () => {
    await openCheckIn();
    pick('Advanced');
    tap('Save: 2 answers open');
    expect(screen.getAllByRole('alert')).toHaveLength(2);
    pick('See enquiries');
    fireEvent.click(screen.getAllByRole('radio', { name: /Tomorrow|day$/ })[0] as HTMLElement);
    tap('Save');
    expect(await sent()).toMatchObject({ outcome: 'advanced', next_step: 'see_enquiries' });
  });

  it('asks for the amount only where something was signed or paid', async () => {
    await openCheckIn();
    pick('Continued');
    expect(screen.queryByLabelText('Amount signed')).toBeNull();
    pick('Signed');
    fireEvent.input(screen.getByLabelText('Amount signed'), { target: { value: '29,800' } });
    tap('Save');
    const amount = { amount_minor: 2_980_000, currency: 'CNY' };
    expect(await sent()).toMatchObject({ outcome: 'signed', amount });
  });

  it('keeps his words as he said them, and says what becomes of them', async () => {
    const planned = {
      visit: { id: 'v2' },
      client: { id: 'c1' },
      reasons: [],
      heard: [],
      rounds: 0,
    };
    server.answers['GET /drills/deck'] = { day: daysAfter(dayOf(), 1), items: [planned] };
    await openCheckIn();
    pick('Stalled');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'No result' }));
    const field = screen.getByLabelText('“No result”, in his words');
    fireEvent.input(field, { target: { value: '做过一年，一个单都没有。' } });
    expect(screen.getByText('做过一年，一个单都没有。', { selector: 'blockquote' }).lang).toBe(
      'zh-CN',
    );
    expect(await screen.findByText('Tonight this is your first drill card')).toBeTruthy();
    tap('Save');
    expect(await sent()).toMatchObject({
      objections: [{ type_key: 'No result', words: '做过一年，一个单都没有。' }],
    });
  });

  it('promises a card for tonight, and not the first, where nobody goes tomorrow', async () => {
    await openCheckIn();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'No result' }));
    expect(screen.getByText('Tonight this is one of your drill cards')).toBeTruthy();
  });

  it('promises no card for what was said on another day', async () => {
    const day = daysAfter(dayOf(), -1);
    server.answers[`GET /visits/${id}`] = visitOf({ id, day });
    await openCheckIn();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'No result' }));
    expect(screen.getByText('Kept for the next visit here')).toBeTruthy();
    expect(screen.queryByText(/Tonight/)).toBeNull();
  });

  it('sends how sure somebody was the evening before, and asks nobody in hindsight', async () => {
    const evening = openDraft<number | null>(`confidence:${id}`, null);
    evening.value.value = 3;
    await evening.keep();
    evening.close();
    await openCheckIn();
    const again = openDraft<number | null>(`confidence:${id}`, null);
    await waitFor(() => expect(again.ready.value).toBe(true));
    again.close();
    pick('Stalled');
    expect(screen.queryByText(/how sure/i)).toBeNull();
    tap('Save');
    expect(await sent()).toMatchObject({ confidence_before: 3 });
  });

  it('shows six objections at hand and the others behind More, and takes three', async () => {
    await openCheckIn();
    await screen.findByRole('checkbox', { name: 'Fairs' });
    expect(screen.queryByRole('checkbox', { name: 'Season' })).toBeNull();
    for (const name of ['Too dear', 'Traders', 'Fairs', 'Partner']) {
      fireEvent.click(screen.getByRole('checkbox', { name }));
    }
    expect(screen.getByRole('alert').textContent).toMatch(/Three are enough/);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Partner' }).checked).toBe(false);
    tap('More…');
    expect(screen.getByRole('checkbox', { name: 'Season', hidden: true })).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: 'Retired', hidden: true })).toBeNull();
  });

  it('keeps what is typed when the screen is left', async () => {
    await openCheckIn();
    pick('Stalled');
    fireEvent.input(screen.getByLabelText('Note'), { target: { value: '周五再打电话' } });
    cleanup();
    await openCheckIn();
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('周五再打电话'),
    );
  });

  it('opens with what is stored and changes only that', async () => {
    const check_in = toldOf();
    server.answers[`GET /visits/${id}`] = visitOf({ id, state: 'done', check_in, version: 4 });
    await openCheckIn();
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Continued').checked).toBe(true),
    );
    pick('Stalled');
    tap('Save');
    const path = `/visits/${id}/check-in`;
    await waitFor(() => expect(server.bodiesOf('PATCH', path)).toEqual([{ outcome: 'stalled' }]));
    expect(server.asked.find(({ method }) => method === 'PATCH')?.ifMatch).toBe('"4"');
  });

  it('says that a change after the evening shows, and shows earlier ones', async () => {
    const by = { ...xiaoman };
    const amendment = { id: 'a1', at: '2026-03-26T13:00:00Z', by, field: 'outcome' };
    const amendments = [{ ...amendment, before: 'continued', after: 'advanced' }];
    const check_in = toldOf({ outcome: 'advanced', next_step: 'call_again', amendments });
    const day = daysAfter(dayOf(), -1);
    server.answers[`GET /visits/${id}`] = visitOf({ id, day, state: 'done', check_in });
    await openCheckIn();
    expect(await screen.findByText(/The evening is closed/)).toBeTruthy();
    expect(screen.getByText('Outcome: Continued → Advanced')).toBeTruthy();
  });

  it('works without a plan, at the client that the address names', async () => {
    await openCheckIn('?client=c1&purpose=service');
    expect(screen.getByRole('heading', { level: 1, name: '暖屿灯饰' })).toBeTruthy();
    pick('Nobody met');
    tap('Save');
    expect(await sent()).toMatchObject({ client_id: 'c1', purpose: 'service' });
    expect(server.asked.some(({ path }) => path === `/visits/${id}`)).toBe(false);
  });

  it('says so when the visit is not there', async () => {
    server.answers = {};
    open('/visits/:id/check-in', CheckIn, `/visits/${id}/check-in`);
    expect(await screen.findByText('This visit is not here')).toBeTruthy();
  });

  it('leads to an unplanned one when the visit was never read on this phone', async () => {
    server.reachable = false;
    open('/visits/:id/check-in', CheckIn, `/visits/${id}/check-in`);
    const link = await screen.findByRole('link', { name: 'Check in without a plan' });
    expect(link.getAttribute('href')).toBe('/visits/new');
  });
});

describe('the plan', () => {
  async function openPlan(search = ''): Promise<void> {
    open('/visits/new', VisitNew, `/visits/new${search}`);
    await screen.findByLabelText('First visit');
  }

  it('names a client of the phone, found by pinyin initials', async () => {
    await openPlan();
    fireEvent.input(screen.getByLabelText('Find a client'), { target: { value: 'nyds' } });
    fireEvent.click(await screen.findByRole('radio', { name: '暖屿灯饰' }));
    pick('Tomorrow');
    pick('First visit');
    tap('Save the plan');
    const tomorrow = daysAfter(dayOf(), 1);
    await waitFor(() =>
      expect(server.bodiesOf('POST', '/visits')).toMatchObject([
        { client_id: 'c1', day: tomorrow, purpose: 'first' },
      ]),
    );
    expect(await screen.findByText(`at /?day=${tomorrow}`)).toBeTruthy();
  });

  it('bears a client by its name alone', async () => {
    await openPlan();
    fireEvent.input(screen.getByLabelText('Find a client'), { target: { value: '新海灯具' } });
    tap('New: 新海灯具');
    pick('First visit');
    server.answers['POST /clients'] = { id: 'new', version: 1 };
    tap('Save the plan');
    await waitFor(() => expect(server.bodiesOf('POST', '/visits')).toHaveLength(1));
    const [born] = server.bodiesOf('POST', '/clients') as { id: string; name: string }[];
    const [visit] = server.bodiesOf('POST', '/visits') as { client_id: string }[];
    expect(born).toMatchObject({ name: '新海灯具' });
    expect(visit?.client_id).toBe(born?.id);
  });

  it('takes over the client of the address, and says what is still open', async () => {
    await openPlan('?client=c1');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '暖屿灯饰' }).checked).toBe(true);
    tap('Save: 1 answer open');
    expect(screen.getByRole('alert').textContent).toBe('What is the visit for?');
  });

  it('leads straight to the check-in of somebody who is there already', async () => {
    await openPlan('?client=c1');
    tap('Check in now, without a plan');
    expect(await screen.findByText(/^at \/visits\/[\w-]+\/check-in\?client=c1$/)).toBeTruthy();
    expect(server.bodiesOf('POST', '/visits')).toEqual([]);
  });

  it('of the server changes its time against the version it was read in', async () => {
    open('/visits/new', VisitNew, `/visits/new?id=${id}`);
    fireEvent.input(await screen.findByLabelText('Time, if it is set'), {
      target: { value: '10:15' },
    });
    tap('Save the plan');
    await waitFor(() =>
      expect(server.bodiesOf('PATCH', `/visits/${id}`)).toMatchObject([{ planned_time: '10:15' }]),
    );
    expect(screen.queryByLabelText('Find a client')).toBeNull();
  });

  it('that was refused opens with what was sent, to be mended', async () => {
    await openPlan('?client=c1');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    pick('First visit');
    tap('Save the plan');
    await waitFor(() => expect(items.value).toHaveLength(1));
    const lane = items.value[0]?.lane ?? '';
    cleanup();
    await openPlan(`?id=${lane.slice('visit:'.length)}`);
    expect(screen.getByLabelText<HTMLInputElement>('First visit').checked).toBe(true);
    pick('Service');
    tap('Save the plan');
    await waitFor(() => expect(items.value[0]?.body).toMatchObject({ purpose: 'service' }));
    expect(items.value).toHaveLength(1);
  });
});
