/** The check-in after a visit that was prepared: did it come, and how was it met? */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { uuid7 } from '../kit/api/uuid7';
import { items } from '../kit/outbox';
import Outbox from '../outbox/Outbox';
import { page, refusal, signedIn, type Backend } from '../people/testing/backend';
import CheckIn from './CheckIn';
import { cardOf, planWithRehearsal, toldOf, visitOf, wu } from './testing/examples';
import type { CheckInRead, RealityCheckNew, RealityItem } from './wire';

const WORDS = '做过一年，一个单都没有。';
let server: Backend;
let id: string;

beforeEach(async () => {
  server = await signedIn();
  id = uuid7();
  server.answers = {
    'GET /clients': page([]),
    'GET /clients/c1': { id: 'c1', name: '暖屿灯饰', contacts: [wu], sheet: {}, version: 1 },
    'GET /organisation/calendar': { items: [] },
    'GET /playbook': { version: 1, skills: [], objection_types: [] },
    'GET /today': planWithRehearsal(id, WORDS),
    [`GET /visits/${id}`]: visitOf({ id }),
    [`PUT /visits/${id}/check-in`]: visitOf({ id, state: 'done', check_in: toldOf(), version: 2 }),
    [`PUT /drills/reality-checks/${id}`]: { visit_id: id, version: 1 },
  };
});

function show(address: string): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Router>
        <Route path="/visits/:id/check-in" component={CheckIn} />
        <Route path="/outbox" component={Outbox} />
        <Route default component={() => <p>at {location.pathname}</p>} />
      </Router>
    </LocationProvider>,
  );
}

async function open(): Promise<void> {
  show(`/visits/${id}/check-in`);
  await screen.findByLabelText('Continued');
}

/** The row of the sentence that was rehearsed. */
function row(words = WORDS) {
  return within(screen.getByRole('group', { name: words }));
}

function tell(answer: string, words?: string): void {
  fireEvent.click(row(words).getByLabelText(answer));
}

function tap(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function save(outcome = 'Stalled'): void {
  fireEvent.click(screen.getByLabelText(outcome));
  tap('Save');
}

async function told(): Promise<RealityCheckNew> {
  const path = `/drills/reality-checks/${id}`;
  await waitFor(() => expect(server.bodiesOf('PUT', path)).toHaveLength(1));
  return server.bodiesOf('PUT', path)[0] as RealityCheckNew;
}

function offline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.reachable = false;
}

describe('a visit that was prepared', () => {
  it('asks for each sentence whether it came, and sends both in the order of their meaning', async () => {
    await open();
    expect(screen.getByRole('group', { name: 'What we rehearsed: did it come?' })).toBeTruthy();
    tell('Not answered');
    expect(screen.getByText(/^Comes back tonight and /)).toBeTruthy();
    save();
    const { items: said } = await told();
    const [checkIn] = server.bodiesOf('PUT', `/visits/${id}/check-in`) as {
      objections: { id: string; words: string }[];
    }[];
    const heard = checkIn?.objections[0];
    expect(heard).toMatchObject({ words: WORDS, type_key: 'noresult' });
    expect(said).toMatchObject([
      { expected: 'line', expected_id: 'l1', objection_id: heard?.id, result: 'not_answered' },
    ]);
    const sent = server.asked.filter(({ method }) => method === 'PUT').map(({ path }) => path);
    expect(sent).toEqual([`/visits/${id}/check-in`, `/drills/reality-checks/${id}`]);
  });

  it('sends nothing of it when nothing was tapped', async () => {
    await open();
    save();
    await waitFor(() => expect(server.bodiesOf('PUT', `/visits/${id}/check-in`)).toHaveLength(1));
    await waitFor(() => expect(items.value).toEqual([]));
    expect(server.bodiesOf('PUT', `/drills/reality-checks/${id}`)).toEqual([]);
  });

  it('says that a line held, and keeps his words as he said them', async () => {
    await open();
    tell('Answered');
    fireEvent.input(screen.getByLabelText('As he said it'), { target: { value: '一单都没有' } });
    expect(screen.getByText('That line held')).toBeTruthy();
    save('Continued');
    await told();
    expect(server.bodiesOf('PUT', `/visits/${id}/check-in`)).toMatchObject([
      { objections: [{ words: '一单都没有' }] },
    ]);
  });

  it('asks of what nobody rehearsed whether it was answered, and may be left alone', async () => {
    server.answers['GET /playbook'] = { version: 1, skills: [], objection_types: [season] };
    await open();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Season' }));
    fireEvent.click(
      within(screen.getByRole('group', { name: 'Answered?' })).getByLabelText('Half'),
    );
    save();
    expect((await told()).items).toMatchObject([{ expected: 'nowhere', type_key: 'season' }]);
  });

  it('keeps the taps when the screen is left', async () => {
    await open();
    tell('Half');
    cleanup();
    await open();
    await waitFor(() => expect(row().getByLabelText<HTMLInputElement>('Half').checked).toBe(true));
  });

  it('shows nothing of it where nobody was met', async () => {
    await open();
    tell('Answered');
    save('Nobody met');
    await waitFor(() => expect(server.bodiesOf('PUT', `/visits/${id}/check-in`)).toHaveLength(1));
    expect(screen.queryByRole('group', { name: WORDS })).toBeNull();
    await waitFor(() => expect(items.value).toEqual([]));
    expect(server.bodiesOf('PUT', `/drills/reality-checks/${id}`)).toEqual([]);
  });

  it('names a sheet that was written and not practised for what it is', async () => {
    server.answers['GET /today'] = planWithRehearsal(id, WORDS, { practised: false });
    await open();
    expect(screen.getByRole('group', { name: 'What we expected: did it come?' })).toBeTruthy();
  });
});

describe('a visit that was not prepared', () => {
  it('asks nothing more than before', async () => {
    server.answers['GET /today'] = { visits: [cardOf({ id })] };
    server.answers['GET /playbook'] = { version: 1, skills: [], objection_types: [season] };
    await open();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Season' }));
    expect(screen.queryByRole('group', { name: /did it come/ })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Answered?' })).toBeNull();
  });
});

describe('what was told before', () => {
  const stored: RealityItem = {
    ...{ id: 'i1', expected: 'line', expected_id: 'l1', objection_id: 'o1', words: WORDS },
    ...{ type_key: 'noresult', answer_id: null, result: 'not_answered', returns_on: [] },
  };

  beforeEach(() => {
    const done = { id, state: 'done' as const, check_in: toldOf(), version: 4 };
    server.answers[`GET /visits/${id}`] = visitOf(done);
    const plan = planWithRehearsal(id, WORDS);
    const [card] = plan.visits;
    server.answers['GET /today'] = { ...plan, visits: [{ ...card, ...done, reality: [stored] }] };
    server.answers[`PATCH /visits/${id}/check-in`] = visitOf({ ...done, version: 5 });
  });

  it('is shown and can be told again, without a word on the check-in', async () => {
    await open();
    expect(row().getByLabelText<HTMLInputElement>('Not answered').checked).toBe(true);
    tell('Half');
    tap('Save');
    expect((await told()).items).toMatchObject([{ id: 'i1', result: 'partly' }]);
    expect(server.bodiesOf('PATCH', `/visits/${id}/check-in`)).toEqual([]);
  });

  it('did not come any more when its objection is taken off', async () => {
    await open();
    tell('Did not come');
    tap('Save');
    expect((await told()).items).toMatchObject([{ result: 'not_raised', objection_id: null }]);
    expect(server.bodiesOf('PATCH', `/visits/${id}/check-in`)).toEqual([{ objections: [] }]);
  });

  it('is left alone when nothing is changed', async () => {
    await open();
    tap('Save');
    expect(await screen.findByText('at /')).toBeTruthy();
    expect(items.value).toEqual([]);
  });
});

describe('without a network', () => {
  it('both lie on the phone, and one that was refused opens again to be mended', async () => {
    await open();
    offline();
    tell('Answered');
    save();
    await waitFor(() => expect(items.value.map(({ kind }) => kind)).toHaveLength(2));
    const refused = refusal(409, 'not_heard_there', 'Not among those of the check-in.');
    server.answers[`PUT /drills/reality-checks/${id}`] = refused;
    vi.restoreAllMocks();
    server.reachable = true;
    cleanup();
    show('/outbox');
    const [again] = await screen.findAllByRole('button', { name: 'Try now' });
    if (again) fireEvent.click(again);
    expect(await screen.findByText(/what came of the rehearsed/)).toBeTruthy();
    const edit = await screen.findByRole('button', { name: 'Edit and send' });
    const [sent] = server.bodiesOf('PUT', `/visits/${id}/check-in`) as CheckInRead[];
    const check_in = toldOf({ ...sent, outcome: 'stalled' });
    server.answers[`GET /visits/${id}`] = visitOf({ id, state: 'done', check_in, version: 2 });
    fireEvent.click(edit);
    await screen.findByLabelText('Continued');
    await waitFor(() =>
      expect(row().getByLabelText<HTMLInputElement>('Answered').checked).toBe(true),
    );
    server.answers[`PUT /drills/reality-checks/${id}`] = { visit_id: id, version: 1 };
    tell('Half');
    tap('Save');
    await waitFor(() => expect(items.value).toEqual([]));
    const path = `/drills/reality-checks/${id}`;
    const last = server.bodiesOf('PUT', path).at(-1) as RealityCheckNew;
    expect(last.items).toMatchObject([{ result: 'partly' }]);
  });
});

const season = {
  key: 'season',
  name: { zh: '淡季', en: 'Season' },
  short: { zh: '淡季', en: 'Season' },
  words: { zh: '淡季', en: 'Low season.' },
  retired: false,
};
