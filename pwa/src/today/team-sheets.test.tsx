/** How well a team's sheets know its clients: rates with enough visits, and nobody's name. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import { signedIn, xiaoman, type Backend } from '../people/testing/backend';
import TeamSheets from './TeamSheets';
import { byExpected, mostUnexpected, type HitsOfType } from './team-sheets';

let server: Backend;
const hits = (
  type_key: string,
  expected: number,
  came: number,
  unexpected: number,
): HitsOfType => ({
  ...{ type_key, expected, came, unexpected },
});
const name = { zh: '海鸥', en: 'Gull' };
const teams = [
  { id: 't1', kind: 'team', name, parent_id: 'r1', manager: null, version: 1 },
  { id: 't2', kind: 'team', name: { zh: '灯塔', en: 'Lighthouse' }, parent_id: 'r2' },
  { id: 'r1', kind: 'region', name: { zh: '东区', en: 'East' }, parent_id: null },
];

function rate(part: object) {
  const all = { team_id: 't1', since: '2026-03-01', until: '2026-03-29', visits: 49 };
  const by_type = [hits('price', 20, 7, 4), hits('trader', 5, 3, 5)];
  return { ...all, expected: 25, came: 10, unexpected: 9, rate: 0.4, by_type, ...part };
}

async function as(role: 'rep' | 'trainer' | 'regional_manager', team_id: string | null) {
  server = await signedIn({ ...xiaoman, role, team_id });
  server.answers = { 'GET /teams': { items: teams }, 'GET /drills/hit-rate': rate({}) };
}

function show(): void {
  history.replaceState(null, '', '/team/sheets');
  render(
    <LocationProvider>
      <TeamSheets />
    </LocationProvider>,
  );
}

beforeEach(() => as('rep', 't1'));

describe('a rep of the team', () => {
  it('sees the rate with its number of visits, and each kind in a table', async () => {
    show();
    expect(await screen.findByText('10 of 25 expected objections came')).toBeTruthy();
    expect(screen.getByText('From 49 visits')).toBeTruthy();
    expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/^40 per cent/);
    expect(screen.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      ...['KindExpectedCameUnexpected', 'price2074', 'trader535'],
    ]);
    expect(screen.getByText(/never at a person/)).toBeTruthy();
  });

  it('sees no rate while there are too few visits', async () => {
    server.answers['GET /drills/hit-rate'] = rate({ visits: 12, rate: null });
    show();
    expect(await screen.findByText(/From 12 visits so far/)).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is told where it comes from while nobody has looked back', async () => {
    server.answers['GET /drills/hit-rate'] = rate({ visits: 0, rate: null, by_type: [] });
    show();
    expect(await screen.findByText('Nobody has looked back yet')).toBeTruthy();
  });
});

describe('who looks after several teams', () => {
  it('chooses one of all as the trainer', async () => {
    await as('trainer', null);
    show();
    expect(await screen.findByText(/Choose a team/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('radio', { name: 'Lighthouse' }));
    expect(await screen.findByText('10 of 25 expected objections came')).toBeTruthy();
    expect(server.asked.find(({ path }) => path === '/drills/hit-rate')?.search).toBe('?team=t2');
  });

  it('chooses one of the region as its manager', async () => {
    await as('regional_manager', 'r1');
    show();
    expect(await screen.findByRole('radio', { name: 'Gull' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Lighthouse' })).toBeNull();
  });
});

describe('the kinds', () => {
  it('stand by how often they were expected, and one unexpected twice is worth a line', () => {
    const types = [hits('a', 1, 0, 3), hits('b', 4, 1, 1)];
    expect(byExpected(types).map(({ type_key }) => type_key)).toEqual(['b', 'a']);
    expect(mostUnexpected(types)?.type_key).toBe('a');
    expect(mostUnexpected([hits('b', 4, 1, 1)])).toBeNull();
  });
});
