/** The homes of those who see no single record: the region's teams in counts, and what the field says. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import { lang } from '../kit/i18n/lang';
import { dayOf, daysAfter } from '../kit/i18n/format';
import { holdTablet } from '../kit/ui/testing/device';
import { me } from '../kit/api/session';
import { json, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import type { FieldToday, HeardOfType, RegionToday, TeamOfRegion } from './field-remote';
import Today from './Today';

const hejing = { id: 'p7', family_name: '何', given_name: '静', latin_name: 'He Jing' };
const gullName = { zh: '海鸥', en: 'Gull' };
const days = { before_since: '2026-03-10', since: '2026-03-17', until: '2026-03-23' };

function said(key: string, times: number | null, times_before: number | null): HeardOfType {
  return { type_key: key, name: { zh: `${key}的`, en: `About ${key}` }, times, times_before };
}

const gull: TeamOfRegion = {
  id: 'gull',
  name: gullName,
  manager: hejing,
  reps: 6,
  help_waiting: 2,
  planned: { visits: 26, with_answers: 14, with_drill: 0, big_orders: 2, big_orders_prepared: 1 },
  heard: {
    visits: 146,
    visits_before: 141,
    types: [said('price', 24, 20), said('season', 6, null), { ...said('', 5, 7), name: null }],
  },
};
const small: TeamOfRegion = {
  ...gull,
  id: 'small',
  name: { zh: '灯塔', en: 'Lighthouse' },
  reps: 3,
  help_waiting: 1,
  planned: {
    visits: null,
    with_answers: null,
    with_drill: null,
    big_orders: null,
    big_orders_prepared: null,
  },
  heard: { visits: null, visits_before: null, types: [] },
};
const east: RegionToday = {
  day: dayOf(),
  tomorrow: daysAfter(dayOf(), 1),
  region: { id: 'east', name: { zh: '东区', en: 'East' } },
  heard_days: days,
  teams: [gull, small],
};
const field: FieldToday = {
  day: dayOf(),
  heard_days: days,
  heard: gull.heard,
  newcomers: [
    {
      person: xiaoman,
      team: { id: 'gull', name: gullName },
      joined_on: '2026-03-02',
      mentor: hejing,
    },
    {
      person: { ...hejing, id: 'p8', latin_name: 'Bai Lu' },
      team: null,
      joined_on: '2026-03-09',
      mentor: null,
    },
  ],
};

let server: Backend;

function show(address = '/'): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Today />
    </LocationProvider>,
  );
}

function fact(name: string): string | null | undefined {
  return screen.getByRole('rowheader', { name }).parentElement?.querySelector('td')?.textContent;
}

/** "About price: 24, 20" as it stands in the table of objections. */
function heardLine(name: string): (string | null)[] {
  const line = screen.getByRole('rowheader', { name }).closest('tr');
  return [...(line?.querySelectorAll('td') ?? [])].slice(1).map((cell) => cell.textContent);
}

describe('the region', () => {
  beforeEach(async () => {
    server = await signedIn({ ...xiaoman, role: 'regional_manager' });
    server.answers['GET /today/region'] = east;
  });

  it('lists its teams by name with who leads them and how many wait', async () => {
    show();
    const rows = await screen.findAllByRole('link', { name: /He Jing/ });
    expect(rows.map((row) => row.getAttribute('href'))).toEqual(['/?team=gull', '/?team=small']);
    expect(rows[0]?.textContent).toContain('Tomorrow: 26 visits, 2 big orders');
    expect(rows[0]?.textContent).toContain('2 wait');
    expect(rows[1]?.textContent).toContain('1 waits');
    expect(rows[1]?.textContent).not.toContain('Tomorrow');
  });

  it('shows below them what the regional manager is late with, and the way to the ledger', async () => {
    const owed = {
      kind: 'commitment',
      id: 'c1',
      to: hejing,
      due: dayOf(),
      due_at: null,
      late: true,
    };
    const told = { done_at: null, words: '陪你去一次', outcome: null, origin: null, ending: null };
    const since = { late_from: new Date(Date.now() - 20 * 60_000).toISOString() };
    const moved = { first_due: null, moved_late: false, seen_differently: false };
    const none = { advice_to_answer: [], goals_to_agree: [], advice_to_give: [], reviews: [] };
    const late = [{ ...owed, ...told, ...since, ...moved }];
    const waiting = { day: dayOf(), ...none, rides: [], without_ride: [], late };
    server.answers['GET /today/waiting'] = waiting;
    const given = {
      id: 'c1',
      owner: xiaoman,
      to: hejing,
      words: '陪你去一次',
      moves: [],
      replies: [],
    };
    const open = { ...given, due: daysAfter(dayOf(), -1), how_seen: '周四的陪访' };
    const next = { ...open, id: 'c2', words: '周五看一次名单', due: dayOf() };
    server.answers['GET /commitments'] = { items: [open, next], next_cursor: null };
    show();
    const list = within(await screen.findByRole('list', { name: 'Late on your side' }));
    expect(await screen.findByText('周五看一次名单')).toBeTruthy();
    expect(screen.getAllByText('陪你去一次')).toHaveLength(1);
    expect(list.getByRole('link', { name: /陪你去一次/ }).getAttribute('href')).toBe(
      '/promises?promise=c1',
    );
    expect(screen.getByRole('link', { name: /My promises/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Goals/ })).toBeNull();
  });

  it('opens a team on a phone as a screen of its own, with a way back', async () => {
    show('/?team=gull');
    expect(await screen.findByRole('heading', { level: 2, name: 'Gull' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/');
    expect(screen.queryByRole('list', { name: 'Teams' })).toBeNull();
  });

  it('opens a team on a tablet beside the list', async () => {
    holdTablet();
    show();
    expect(await screen.findByRole('heading', { level: 2, name: 'Gull' })).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: /Lighthouse/ }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Lighthouse' })).toBeTruthy();
    const current = within(screen.getByRole('list', { name: 'Teams' })).getByRole('link', {
      current: true,
    });
    expect(current.getAttribute('href')).toBe('/?team=small');
  });

  it('gives each share with the visits it is a share of', async () => {
    show('/?team=gull');
    await screen.findByRole('heading', { level: 2, name: 'Gull' });
    expect(fact('Waiting for help')).toBe('2');
    expect(fact('Tomorrow: visits planned')).toBe('26');
    expect(fact('Four answers stand')).toBe('14 of 26');
    expect(fact('Drilled')).toBe('0 of 26');
    expect(fact('Tomorrow: big orders')).toBe('2, 1 ready');
  });

  it('sets five working days beside the five before, and says what is too few to tell', async () => {
    show('/?team=gull');
    await screen.findByText('Working days 17 Mar to 23 Mar, and the five before');
    expect(heardLine('About price')).toEqual(['24', '20']);
    expect(heardLine('About season')).toEqual(['6', 'under 5']);
    expect(heardLine('Other words')).toEqual(['5', '7']);
    expect(screen.getByText(/Heard at 146 check-ins, before at 141/)).toBeTruthy();
  });

  it('tells of a small team only who waits, and why no more', async () => {
    show('/?team=small');
    await screen.findByText(/Fewer than 5 reps/);
    expect(fact('Waiting for help')).toBe('1');
    expect(screen.queryByText('What clients say')).toBeNull();
    expect(screen.queryByText('Drilled')).toBeNull();
  });

  it('says of few visits that they are few, and gives no share of them', async () => {
    const planned = { ...small.planned, big_orders: 0, big_orders_prepared: 0 };
    server.answers['GET /today/region'] = { ...east, teams: [{ ...gull, planned }] };
    show('/?team=gull');
    await screen.findByRole('heading', { level: 2, name: 'Gull' });
    expect(fact('Tomorrow: visits planned')).toBe('under 5');
    expect(fact('Tomorrow: big orders')).toBe('None');
    expect(screen.queryByText('Four answers stand')).toBeNull();
  });

  it('without a team says who puts one there', async () => {
    server.answers['GET /today/region'] = { ...east, region: null, teams: [] };
    show();
    expect(await screen.findByText('No team stands under your region yet')).toBeTruthy();
  });

  it('that could not be read can be asked for again', async () => {
    server.answers['GET /today/region'] = json({ type: 'about:blank', code: 'fault' }, 500);
    show();
    await screen.findByRole('alert');
    server.answers['GET /today/region'] = east;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('list', { name: 'Teams' })).toBeTruthy();
  });

  it('is told in Chinese too', async () => {
    lang.value = 'zh-CN';
    show('/?team=gull');
    await screen.findByRole('heading', { level: 2, name: '海鸥' });
    expect(fact('明天的大单')).toBe('2 个，1 个准备好了');
    expect(heardLine('season的')).toEqual(['6', '不到 5']);
  });
});

describe('the field', () => {
  beforeEach(async () => {
    server = await signedIn({ ...xiaoman, role: 'trainer' });
    server.answers['GET /today/field'] = field;
  });

  it('is the trainer’s home, and asks for nobody’s day', async () => {
    show();
    expect(await screen.findByRole('heading', { level: 1, name: 'From the field' })).toBeTruthy();
    await screen.findByRole('table');
    expect(heardLine('About price')).toEqual(['24', '20']);
    expect(server.asked.some(({ path }) => path === '/today')).toBe(false);
  });

  it('shows newcomers in the order told, with the mentor or that there is none', async () => {
    show();
    const list = await screen.findByRole('list', { name: 'New here' });
    const rows = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(rows[0]).toContain('Gull · since 2 Mar · mentor He Jing');
    expect(rows[1]).toContain('since 9 Mar');
    expect(rows[1]).toContain('No mentor yet');
  });

  it('says so when nothing was heard and nobody is new', async () => {
    const heard = { visits: null, visits_before: null, types: [] };
    server.answers['GET /today/field'] = { ...field, heard, newcomers: [] };
    show();
    expect(await screen.findByText('Nothing was heard 5 times in these days.')).toBeTruthy();
    expect(screen.getByText('Nobody is new right now.')).toBeTruthy();
    expect(screen.getByText(/under 5 check-ins/)).toBeTruthy();
  });
});

it('only whoever has such a home fetches it', async () => {
  for (const role of ['rep', 'admin'] as const) {
    server = await signedIn({ ...xiaoman, role });
    show();
    await screen.findByRole('heading', { level: 1 });
    expect(me.value?.role).toBe(role);
    expect(server.asked.filter(({ path }) => /region|field|team/.test(path))).toEqual([]);
    cleanup();
  }
});

describe('who waits for an answer', () => {
  const ask = (id: string, words: string, part: object) => ({
    ...{ id, asker: hejing, helper: xiaoman, client: null, kind: 'price', wanted: null, words },
    ...{ needed: 'tonight', audience: 'manager', state: 'raised', owed: true, helped: null },
    ...{ late: false, answers: [], raised_at: '2026-03-24T02:00:00Z' },
    ...{ due_at: '2026-03-24T12:00:00Z', helper_due_at: null, seen_at: null, ...part },
  });

  it.each(['regional_manager', 'trainer'] as const)('stands on the home of a %s', async (role) => {
    server = await signedIn({ ...xiaoman, role });
    server.answers['GET /today/region'] = east;
    server.answers['GET /today/field'] = field;
    const other = { helper: { ...hejing, id: 'p8' } };
    const open = [ask('h1', '能分两次付吗', {}), ask('h2', '别人的事', other)];
    server.answers['GET /help-requests'] = { items: open, next_cursor: null };
    show();
    const list = within(await screen.findByRole('list', { name: 'Waiting for me' }));
    const [row, ...more] = list.getAllByRole('link');
    expect(row?.getAttribute('href')).toBe('/help-requests/h1');
    expect(more).toEqual([]);
  });

  it.each(['regional_manager', 'trainer'] as const)(
    'is brought to mind at the home of a %s',
    async (role) => {
      server = await signedIn({ ...xiaoman, role });
      server.answers['GET /today/region'] = east;
      server.answers['GET /today/field'] = field;
      const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
      const told = {
        id: 'r1',
        kind: 'answer',
        path: '/help-requests/h1',
        about: null,
        seen_at: null,
      };
      const title = { zh: '有人在等你一句话', en: 'Somebody waits for a word' };
      const reminder = { ...told, title, due_at: at(-1), until: at(1) };
      server.answers['GET /reminders'] = { items: [reminder], next_cursor: null };
      show();
      const link = await screen.findByRole('link', { name: 'Somebody waits for a word' });
      expect(link.getAttribute('href')).toBe('/help-requests/h1');
    },
  );
});
