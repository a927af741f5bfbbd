/** The manager's glance: who wants help, and what of tomorrow is prepared. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { holdTablet } from '../kit/ui/testing/device';
// Fetched late on a phone; here at once, so that no test waits for it.
import '../help-requests/HelpBeside';
import '../help-requests/WaitingHelp';
import { besideOf, lineOf } from '../help-requests/testing/examples';
import { refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Glance from './Glance';
import { byNeed } from './team-day';
import type { TeamToday, VisitTomorrow } from './team-remote';

const hanxue = { id: 'p3', family_name: '韩', given_name: '雪', latin_name: 'Han Xue' };

function visit(visit_id: string, other: Partial<VisitTomorrow> = {}): VisitTomorrow {
  return {
    visit_id,
    person: hanxue,
    client: { id: `c-${visit_id}`, name: `Client ${visit_id}` },
    planned_time: '09:30',
    purpose: 'close',
    amount: null,
    big_order: false,
    answers_ready: 4,
    missing: [],
    drilled: true,
    person_left: false,
    ...other,
  };
}

const help = lineOf({
  id: 'h1',
  asker: hanxue,
  client: { id: 'c1', name: '瑞川' },
  words: 'May he pay in two parts?',
});
const quiet: TeamToday = {
  day: dayOf(),
  tomorrow: daysAfter(dayOf(), 1),
  team: { id: 't1', name: { zh: '海鸥', en: 'Gull' } },
  wants_help: [],
  visits_tomorrow: [],
};
const busy: TeamToday = {
  ...quiet,
  wants_help: [help],
  visits_tomorrow: [
    visit('big', {
      big_order: true,
      amount: { amount_minor: 19_800_000, currency: 'CNY' },
      drilled: false,
    }),
    visit('open', { missing: ['decider'], answers_ready: 3, drilled: false }),
    visit('fine'),
  ],
};
let server: Backend;

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'manager' });
  server.answers = {
    'GET /today/team': busy,
    'GET /today/help-requests/h1': besideOf({ ...help }),
  };
});

function open({ wide = false, address = '/' } = {}): void {
  if (wide) holdTablet();
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Glance />
    </LocationProvider>,
  );
}

function group(name: string): HTMLElement {
  return screen.getByRole('heading', { name }).parentElement as HTMLElement;
}

it('puts each visit into one group: big orders, not ready, ready', () => {
  const groups = byNeed(busy.visits_tomorrow);
  const ids = Object.values(groups).map((visits: VisitTomorrow[]) =>
    visits.map(({ visit_id }) => visit_id),
  );
  expect(ids).toEqual([['big'], ['open'], ['fine']]);
});

describe('a day with much to do', () => {
  it('begins with who waits for help, in their own words', async () => {
    open();
    const [first] = await screen.findAllByRole('link', { name: /May he pay in two parts/ });
    expect(first?.textContent).toContain('Han Xue');
    expect(within(group('Waiting for help')).getAllByRole('listitem')).toHaveLength(1);
  });

  it('says which answers are open and what is not drilled', async () => {
    open();
    await screen.findByText('Client open');
    expect(group('Tomorrow: not ready yet').textContent).toMatch(
      /not drilled yet · open: Who decides/,
    );
    expect(group('Tomorrow: big orders').textContent).toMatch(/¥198,000/);
    expect(within(group('Tomorrow: ready')).getByText('Ready')).toBeTruthy();
  });

  it('opens a request on a phone as a screen of its own', async () => {
    open();
    const row = await screen.findByRole('link', { name: /May he pay in two parts/ });
    expect(row.getAttribute('href')).toBe('/help-requests/h1');
  });

  it('opens a visit on a phone with a way back', async () => {
    open({ address: '/?visit=open' });
    expect(await screen.findByRole('heading', { name: 'Client open' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/');
  });

  it('opens on a tablet beside the list, help first', async () => {
    open({ wide: true });
    expect(await screen.findByRole('heading', { name: 'May he pay in two parts?' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Answer Xue' })).toBeTruthy();
    expect(screen.getByRole('link', { current: true }).getAttribute('href')).toBe('/?help=h1');
    cleanup();
    open({ wide: true, address: '/?visit=open' });
    expect(await screen.findByText('open: Who decides')).toBeTruthy();
    expect(screen.getByText(/who sits down as the boss/)).toBeTruthy();
    const current = screen.getAllByRole('link', { current: true });
    expect(current.map((link) => link.getAttribute('href'))).toEqual(['/?visit=open']);
  });
});

it('of a mentor stands on an address of its own, with the way back to Today', async () => {
  open({ address: '/team/today' });
  const line = await screen.findByRole('link', { name: /Client open/ });
  expect(line.getAttribute('href')).toBe('/team/today?visit=open');
  expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/');
});

it('with nobody waiting says so, and what helps anyway', async () => {
  server.answers['GET /today/team'] = quiet;
  open();
  expect(await screen.findByText(/Nobody is waiting right now/)).toBeTruthy();
  expect(screen.getByText(/No visits planned for tomorrow yet/)).toBeTruthy();
});

it('that was never read says so, and can be asked again', async () => {
  server.answers['GET /today/team'] = refusal(503, 'busy', 'Later.');
  open();
  const again = await screen.findByRole('button', { name: 'Try again' });
  server.answers['GET /today/team'] = busy;
  fireEvent.click(again);
  expect(await screen.findByText('Client fine')).toBeTruthy();
});

it('says that a rep has left, with the way to hand the client over', async () => {
  const left = visit('gone', { person_left: true });
  server.answers['GET /today/team'] = { ...quiet, visits_tomorrow: [left] };
  expect(byNeed([left]).ready).toEqual([]);
  open();
  fireEvent.click(await screen.findByText(/^Han Xue has left · 09:30$/));
  expect(await screen.findByText(/Somebody has to take this client over/)).toBeTruthy();
  const way = screen.getByRole('link', { name: 'Hand clients over' });
  expect(way.getAttribute('href')).toBe('/people/p3?hand-over');
});
