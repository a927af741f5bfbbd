/** The organisation at one look: what needs a look, and what holds now. */
import { render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import { me } from '../kit/api/session';
import { open } from '../kit/form/testing/hands';
import { dayOf } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { gull, xinren } from '../people/testing/people';
import Today from '../today/Today';
import Organisation from './Organisation';
import { byRegion } from './teams';
import { inOrder, lanbridge } from './testing/company';
import { weekInWords } from './week';

let server: Backend;

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'admin' });
  server.answers = {
    'GET /today/organisation': inOrder,
    'GET /organisation': lanbridge,
  };
});

function meta(name: string): string | null {
  return screen.getByText(name).closest('a')?.querySelector('.meta')?.textContent ?? null;
}

describe('the organisation', () => {
  it('says in each row what holds now', async () => {
    open(Organisation, '/organisation');
    await screen.findByText('People');
    expect(meta('People')).toBe('23 people');
    expect(meta('Teams')).toBe('3 teams · 1 region');
    expect(meta('Mentors and newcomers')).toBe('4 pairs');
    expect(meta('Evening, grades and name')).toBe('Evening 18:30–20:00 · quiet until 08:00');
    expect(meta('Working days')).toBe('Mon–Fri');
    expect(meta('Effective visit')).toBe('decision-maker met · dated next step');
    expect(meta('Products')).toBe('1 product');
    expect(meta('Playbook')).toBe('12 objections');
  });

  it('names the next day that was decided', async () => {
    const next_day = { day: dayOf(), working: true, name: 'Sprint' };
    server.answers['GET /today/organisation'] = { ...inOrder, next_day };
    open(Organisation, '/organisation');
    await screen.findByText('Working days');
    expect(meta('Working days')).toBe('Mon–Fri · Today is worked: Sprint');
  });

  it('leads to whatever needs a look', async () => {
    const needs_look = {
      teams_without_manager: [gull],
      not_joined: [xinren],
      newcomers_without_mentor: [xinren],
      leavers_with_clients: [xinren],
    };
    server.answers['GET /today/organisation'] = { ...inOrder, needs_look };
    open(Organisation, '/organisation');
    const link = async (text: string) =>
      (await screen.findByText(text)).closest('a')?.getAttribute('href');
    expect(await link('Gull has no manager')).toBe('/organisation/teams?team=t1');
    expect(await link('Xu Xinlai has not joined yet')).toBe('/people/p5');
    expect(await link('Xu Xinlai has left, and the clients wait')).toBe('/people/p5?hand-over');
    expect(await link('Xu Xinlai has no mentor')).toBe('/organisation/mentors?for=p5');
  });

  it('begins with a team where there is none: nothing is in order yet', async () => {
    server.answers['GET /today/organisation'] = { ...inOrder, people: 1, teams: 0, regions: 0 };
    open(Organisation, '/organisation');
    const row = await screen.findByText('Begin with a team');
    expect(row.closest('a')?.getAttribute('href')).toBe('/organisation/teams');
    expect(screen.queryByText(/every team is led/)).toBeNull();
  });

  it('tells an admin when all is in order', async () => {
    open(Organisation, '/organisation');
    expect(await screen.findByText(/every team is led/)).toBeTruthy();
  });

  it('tells a manager nothing of the teams of others', async () => {
    me.value = { ...xiaoman, role: 'manager' };
    open(Organisation, '/organisation');
    await screen.findByText('Working days');
    expect(screen.queryByText(/every team is led/)).toBeNull();
  });

  it('that cannot be read can be asked for again', async () => {
    server.reachable = false;
    open(Organisation, '/organisation');
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('is the first screen of an admin, without a rep’s empty day', async () => {
    history.replaceState(null, '', '/');
    render(
      <LocationProvider>
        <Today />
      </LocationProvider>,
    );
    expect(await screen.findByText('Evening, grades and name')).toBeTruthy();
    expect(server.asked.some(({ path }) => path === '/today')).toBe(false);
    expect(screen.queryByRole('link', { name: 'Back' })).toBeNull();
  });
});

describe('the working week in words', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'Mon–Fri', '周一–周五'],
    [[5, 4, 3, 2, 1, 6], 'Mon–Sat', '周一–周六'],
    [[1, 2, 4], 'Mon Tue Thu', '周一 周二 周四'],
    [[6, 7], 'Sat Sun', '周六 周日'],
    [[], '', ''],
  ])('%j', (week, en, zh) => {
    expect(weekInWords(week)).toBe(en);
    lang.value = 'zh-CN';
    expect(weekInWords(week)).toBe(zh);
  });
});

it('teams stand in their regions, those without one last', () => {
  const region = { ...gull, id: 'r1', kind: 'region' as const, parent_id: null };
  const alone = { ...gull, id: 't9', parent_id: null };
  expect(byRegion([region, gull, alone])).toEqual([
    { region, teams: [gull] },
    { region: null, teams: [alone] },
  ]);
  expect(byRegion([])).toEqual([]);
});
