/** The evening list of those who lead or mentor: who needs somebody, and nobody counted. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { chosenOf, mattersOf, offerOf } from './team-evening';
import type { BigOrder, Newcomer, TeamEvening as Team } from './team-evening-remote';
import TeamEvening from './TeamEvening';

const today = dayOf();
const tomorrow = daysAfter(today, 1);
const hanxue = { id: 'p3', family_name: '韩', given_name: '雪', latin_name: 'Han Xue' };
const xunian = { id: 'p4', family_name: '许', given_name: '念', latin_name: 'Xu Nian' };
const nothing = { reason: null, words: null, to_day: null, to_part: null };

const order: BigOrder = {
  ...{ visit_id: 'v1', person: hanxue, client: { id: 'c1', name: '云帛纺织' } },
  ...{ planned_time: '10:30', amount: { amount_minor: 19_800_000, currency: 'CNY' } },
  ...{ missing: ['decider'], played: false, postponement: null, partner: null },
};
const newcomer: Newcomer = {
  person: xunian,
  evenings: [
    { day: today, ...nothing },
    {
      ...{ day: daysAfter(today, -1), reason: 'family', words: 'fever' },
      ...{ to_day: today, to_part: 'evening' },
    },
  ],
  partner: null,
};
const busy: Team = {
  ...{ day: today, tomorrow, team: { id: 't1', name: { zh: '海鸥', en: 'Gull' } } },
  waiting: [{ person: hanxue, offered_by: null }],
  big_orders: [order],
  newcomers: [newcomer],
  helped: [{ person: xunian, by: hanxue, origin: { kind: 'drill', id: 'd1' } }],
};
const quiet: Team = { ...busy, waiting: [], big_orders: [], newcomers: [], helped: [] };

let server: Backend;

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, id: 'p9', role: 'manager' });
  const hours = { demo: false, evening_opens: '18:30', evening_closes: '20:00' };
  server.answers = {
    'GET /today/team/evening': busy,
    'GET /me': { organisation: { ...hours, quiet_until: '08:00' }, apprentices: [] },
  };
  at('18:40');
});

afterEach(() => vi.useRealTimers());

function at(now: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T${now}:00+08:00`) });
}

function open({ wide = false, address = '/evening' } = {}): void {
  vi.stubGlobal('matchMedia', () => ({
    matches: wide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <TeamEvening />
    </LocationProvider>,
  );
}

function group(name: string): HTMLElement {
  return screen.getByRole('heading', { name }).parentElement as HTMLElement;
}

describe('what is shown', () => {
  it('begins with who waits; each matter has one address', () => {
    const keys = mattersOf(busy).map(({ key }) => key);
    expect(keys).toEqual(['waits-p3', 'order-v1', 'new-p4']);
    expect(chosenOf(mattersOf(busy), 'order-v1', { wide: false })?.key).toBe('order-v1');
    expect(chosenOf(mattersOf(busy), undefined, { wide: false })).toBeNull();
    expect(chosenOf(mattersOf(busy), undefined, { wide: true })?.key).toBe('waits-p3');
  });

  it('offers for the evening to which it was moved', () => {
    const postponement = { reason: 'unwell', words: null, to_day: tomorrow, to_part: 'morning' };
    const of = { ...order, postponement: postponement as BigOrder['postponement'] };
    const matter = { kind: 'order' as const, key: 'order-v1', of };
    expect(offerOf(matter)).toMatchObject({ day: tomorrow, part: 'morning' });
    expect(offerOf({ ...matter, of: order })).toMatchObject({ day: today, part: null });
  });
});

describe('an evening on which somebody is needed', () => {
  it('names big orders with what is missing, and newcomers with their reasons and no number', async () => {
    open();
    expect((await screen.findByRole('link', { name: /云帛纺织/ })).textContent).toMatch(
      /¥198,000.*Han Xue · 10:30 · not drilled yet, needs a boss · open: Who decides/,
    );
    const told = group('Newcomers').textContent;
    expect(told).toContain('Tonight: nothing said yet · Yesterday: “fever”');
    expect(told).not.toMatch(/\d/);
    const helped = within(group('Helped today')).getByRole('link');
    expect(helped.textContent).toContain('Nian played with Xue');
    expect(helped.getAttribute('href')).toBe('/drills/d1');
  });

  it('opens a row with the reasons and what helps, on a phone with the way back', async () => {
    open({ address: '/evening?open=new-p4' });
    expect(
      await screen.findByRole('heading', { name: 'Nian has not played tonight' }),
    ).toBeTruthy();
    const row = screen.getByRole('row', { name: /Yesterday/ });
    expect(row.textContent).toBe('YesterdaySomething at home (“fever”); moved to tonight');
    expect(screen.getByText(/which day suits/)).toBeTruthy();
    expect(screen.getByText(/Xu Nian can see in the access log/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/evening');
  });

  it('lets the manager play the boss in one tap, and take it back', async () => {
    open({ wide: true, address: '/evening?open=order-v1' });
    const boss = await screen.findByRole('button', { name: 'I will play the boss' });
    expect(screen.getByText(/who sits down as the boss/)).toBeTruthy();
    server.reachable = false;
    fireEvent.click(boss);
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]).toMatchObject({
      ...{ kind: 'offer', method: 'PUT' },
      path: `/api/v1/drills/evenings/${today}/partner-wish/p3/offer`,
    });
    expect(within(group('Big orders tomorrow')).getByText('You come')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(await screen.findByRole('button', { name: 'I will play the boss' })).toBeTruthy();
  });

  it('says who else comes', async () => {
    const waiting = [{ person: hanxue, offered_by: xunian }];
    server.answers['GET /today/team/evening'] = { ...busy, waiting };
    open();
    await screen.findByRole('heading', { name: 'Waiting for a partner' });
    expect(within(group('Waiting for a partner')).getByText('Nian comes')).toBeTruthy();
  });

  it('gives the server’s words when an offer came too late', async () => {
    const path = `PUT /drills/evenings/${today}/partner-wish/p3/offer`;
    server.answers[path] = refusal(409, 'partner_found', 'Somebody else comes.');
    open({ wide: true });
    fireEvent.click(await screen.findByRole('button', { name: 'I will play' }));
    expect(await screen.findByText(/Somebody else comes/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Needs your look' }).getAttribute('href')).toBe(
      '/outbox',
    );
  });
});

it('with nobody in need says that everybody is looked after', async () => {
  server.answers['GET /today/team/evening'] = quiet;
  open();
  expect(await screen.findByText('Everybody is looked after')).toBeTruthy();
});

it('says after eight that the evening is over', async () => {
  at('20:05');
  open();
  expect(await screen.findByText(/Eight o’clock, done/)).toBeTruthy();
});

it('of a mentor has the way back to the own evening', async () => {
  server = await signedIn({ ...xiaoman, id: 'p9', role: 'rep' });
  server.answers = { 'GET /today/team/evening': busy };
  open({ address: '/evening/team' });
  const line = await screen.findByRole('link', { name: /云帛纺织/ });
  expect(line.getAttribute('href')).toBe('/evening/team?open=order-v1');
  expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/evening');
});

it('that was never read says so, and can be asked again', async () => {
  server.answers['GET /today/team/evening'] = refusal(503, 'busy', 'Later.');
  open();
  const again = await screen.findByRole('button', { name: 'Try again' });
  server.answers['GET /today/team/evening'] = busy;
  fireEvent.click(again);
  expect(await screen.findByRole('link', { name: /云帛纺织/ })).toBeTruthy();
});
