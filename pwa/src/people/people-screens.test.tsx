/** The list of people and one of them: finding, inviting, changing, letting out and in. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { Route, Router } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { choose, open, press, type, valueOf } from '../kit/form/testing/hands';
import { Toasts } from '../kit/ui/Toast';
import People from './People';
import Person from './Person';
import { page, refusal, signedIn, xiaoman, type Backend } from './testing/backend';
import {
  guchuan,
  gull,
  hanxue,
  harbour,
  hejing,
  lighthouse,
  mineAs,
  personRead,
  qihang,
  xinren,
} from './testing/people';

let server: Backend;

const invitation = {
  link: 'https://alongside.example/join#AbC',
  qr_svg: '<svg width="1"></svg>',
  expires_at: '2026-11-24T00:00:00Z',
  kind: 'join',
};
const OURS = 'GET /people?limit=100&state=active&team=t1';
const ALL = 'GET /people?limit=100&state=active';

function as(role: 'rep' | 'manager' | 'regional_manager' | 'admin') {
  me.value = { ...xiaoman, role };
  return { 'GET /me': mineAs(role, role === 'manager' ? 't1' : null) };
}

beforeEach(async () => {
  server = await signedIn();
  server.answers = {
    ...as('manager'),
    [OURS]: page([hanxue, hejing, xinren]),
    [ALL]: page([guchuan, hanxue, hejing, xinren]),
    'GET /people?limit=100&state=invited&team=t1': page([xinren]),
    'GET /people?limit=100&state=disabled&team=t1': page([]),
    'GET /teams': { items: [harbour, gull, lighthouse] },
  };
});

const routed = () => (
  <>
    <Router>
      <Route path="/people/:id" component={Person} />
      <Route default component={People} />
    </Router>
    <Toasts />
  </>
);

function row(name: string): HTMLElement {
  return screen.getByText(name).closest('li') ?? document.body;
}

describe('the list of people', () => {
  it('shows a manager the own team, and whose row leads on', async () => {
    open(People, '/people');
    await screen.findByText('Han Xue');
    expect(row('Han Xue').textContent).toContain('Rep · Gull');
    expect(row('Han Xue').querySelector('a')?.getAttribute('href')).toBe('/people/p3');
    expect(row('He Jing').querySelector('a')).toBeNull();
  });

  it('says who has not joined yet, and lists only them on wish', async () => {
    open(People, '/people');
    await screen.findByText('Han Xue');
    expect(within(row('Xu Xinlai')).getByText('Not joined yet')).toBeTruthy();
    expect(within(row('Han Xue')).queryByText('Not joined yet')).toBeNull();
    fireEvent.click(screen.getByLabelText('Not joined'));
    await vi.waitFor(() => expect(screen.queryByText('Han Xue')).toBeNull());
    expect(await screen.findByText('Xu Xinlai')).toBeTruthy();
  });

  it('says so when nobody has left', async () => {
    open(People, '/people');
    await screen.findByText('Han Xue');
    fireEvent.click(screen.getByLabelText('Left'));
    expect(await screen.findByText('Nobody has left')).toBeTruthy();
  });

  it.each(['韩', 'xue', 'hx'])('finds somebody by "%s"', async (asked) => {
    open(People, '/people');
    await screen.findByText('Han Xue');
    type('Find somebody', asked);
    await vi.waitFor(() => expect(screen.queryByText('He Jing')).toBeNull());
    expect(screen.getByText('Han Xue')).toBeTruthy();
  });

  it('asks the server only for what lies beyond the pages already read', async () => {
    const asked = 'GET /people?limit=100&state=active&team=t1&q=zqh';
    server.answers[OURS] = page([hanxue], 'more');
    server.answers[asked] = page([qihang]);
    open(People, '/people');
    await screen.findByText('Han Xue');
    type('Find somebody', 'zqh');
    expect(await screen.findByText('Zhou Qihang')).toBeTruthy();
  });

  it('of another team is one choice away', async () => {
    server.answers['GET /people?limit=100&state=active&team=t2'] = page([guchuan]);
    open(People, '/people');
    await screen.findByText('Han Xue');
    choose('Team', 't2');
    expect(await screen.findByText('Gu Chuan')).toBeTruthy();
    expect(row('Gu Chuan').querySelector('a')).toBeNull();
  });

  it('opens with the team that the address names', async () => {
    Object.assign(server.answers, as('admin'));
    server.answers['GET /people?limit=100&state=active&team=t2'] = page([guchuan]);
    open(People, '/people?team=t2');
    expect(await screen.findByText('Gu Chuan')).toBeTruthy();
    expect(screen.queryByText('Han Xue')).toBeNull();
  });

  it('lets nobody add people who may not', async () => {
    Object.assign(server.answers, as('regional_manager'));
    open(People, '/people');
    await screen.findByText('Gu Chuan');
    expect(screen.queryByRole('button', { name: 'Invite somebody new' })).toBeNull();
    expect(screen.queryByLabelText('Not joined')).toBeNull();
  });
});

describe('inviting', () => {
  it('makes a person and a link to scan, that is an image and not markup', async () => {
    server.answers['POST /people'] = { ...qihang, id: 'p5' };
    server.answers['POST /people/p5/invitation'] = invitation;
    open(People, '/people');
    fireEvent.click(await screen.findByRole('button', { name: 'Invite somebody new' }));
    press('Make the link');
    expect(screen.getByText('The family name, please.')).toBeTruthy();
    type('Family name', '周');
    type('Given name', '启航');
    type('Sign-in name', 'zhou.qihang');
    press('Make the link');
    expect(await screen.findByText('https://alongside.example/join#AbC')).toBeTruthy();
    expect(screen.getByRole('img').getAttribute('src')).toMatch(/^data:image\/svg\+xml,.*xmlns/);
    expect(server.bodiesOf('POST', '/people')).toMatchObject([
      { login: 'zhou.qihang', role: 'rep', team_id: 't1' },
    ]);
  });

  it('of a name that is taken keeps the form and says so at the name', async () => {
    server.answers['POST /people'] = refusal(409, 'login_taken', 'Taken.');
    open(People, '/people');
    fireEvent.click(await screen.findByRole('button', { name: 'Invite somebody new' }));
    type('Family name', '周');
    type('Given name', '启航');
    type('Sign-in name', 'zhou.qihang');
    press('Make the link');
    expect(await screen.findByText(/Somebody already signs in with this name/)).toBeTruthy();
    expect(valueOf('Family name')).toBe('周');
  });
});

describe('inviting into a new company', () => {
  it('leads to the first team where there is none to choose', async () => {
    Object.assign(server.answers, as('admin'));
    server.answers['GET /teams'] = { items: [] };
    open(People, '/people');
    fireEvent.click(await screen.findByRole('button', { name: 'Invite somebody new' }));
    expect(await screen.findByText(/There is no team yet/)).toBeTruthy();
    const way = screen.getByRole('link', { name: 'To the teams' });
    expect(way.getAttribute('href')).toBe('/organisation/teams?new');
    fireEvent.click(screen.getByLabelText('Trainer'));
    expect(screen.queryByText(/There is no team yet/)).toBeNull();
  });
});

describe('handing clients over', () => {
  const client_ids = ['c1', 'c2'];
  const moved = { client_ids, moved_clients: 2, moved_deals: 1, moved_visits: 1 };

  beforeEach(() => {
    if (me.value) me.value = { ...me.value, team_id: 't1' };
    server.answers['GET /people/p5'] = personRead(xinren, { disabled: true });
    server.answers['POST /clients/hand-over'] = moved;
  });

  async function giveTo(taker: string): Promise<void> {
    open(routed, '/people/p5?hand-over');
    await screen.findByLabelText('Who takes them');
    choose('Who takes them', taker);
    press('Hand them over');
  }

  it('goes in one step to somebody of the team who sells, and back by undo', async () => {
    await giveTo('p3');
    expect(await screen.findByText('2 clients are now with Han Xue.')).toBeTruthy();
    press('Undo');
    expect(await screen.findByText('They are back with Xu Xinlai.')).toBeTruthy();
    expect(server.bodiesOf('POST', '/clients/hand-over')).toEqual([
      { from_id: 'p5', to_id: 'p3' },
      { from_id: 'p3', to_id: 'p5', client_ids },
    ]);
  });

  it('asks who takes them, and offers a manager only the own team', async () => {
    open(routed, '/people/p5?hand-over');
    const list = await screen.findByLabelText('Who takes them');
    const names = [...list.querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(names).toEqual(['Choose…', 'Han Xue · Gull', 'He Jing · Gull']);
    press('Hand them over');
    expect(screen.getByText('Choose who takes them.')).toBeTruthy();
    expect(server.bodiesOf('POST', '/clients/hand-over')).toEqual([]);
  });

  it('that is refused says why, and keeps the choice', async () => {
    server.answers['POST /clients/hand-over'] = refusal(
      403,
      'hand_over_not_yours',
      'Ask an admin.',
    );
    await giveTo('p3');
    expect(await screen.findByText('Ask an admin.')).toBeTruthy();
    expect(valueOf('Who takes them')).toBe('p3');
  });
});

describe('one of them', () => {
  it('who has not joined gets a new link', async () => {
    server.answers['GET /people/p5'] = personRead(xinren);
    server.answers['POST /people/p5/invitation'] = invitation;
    open(routed, '/people/p5');
    expect(await screen.findByText(/has not opened a link yet/)).toBeTruthy();
    press('New link to join');
    expect(await screen.findByText('https://alongside.example/join#AbC')).toBeTruthy();
  });

  it('is let out only with a reason, and in again', async () => {
    server.answers['GET /people/p3'] = personRead(hanxue);
    server.answers['PUT /people/p3/disabled'] = personRead(hanxue, { disabled: true, version: 2 });
    server.answers['DELETE /people/p3/disabled'] = personRead(hanxue, { version: 3 });
    open(routed, '/people/p3');
    await screen.findByText('Rep · Gull');
    press('May no longer sign in');
    press('Sign out everywhere');
    expect(screen.getByText('A few words on why, please.')).toBeTruthy();
    type('Why', 'Left the company');
    press('Sign out everywhere');
    expect(await screen.findByText(/cannot sign in. Records stay theirs/)).toBeTruthy();
    press('Let in again');
    expect(await screen.findByRole('button', { name: 'May no longer sign in' })).toBeTruthy();
    expect(server.bodiesOf('PUT', '/people/p3/disabled')).toEqual([{ reason: 'Left the company' }]);
  });

  it('keeps login, role and team where the manager does not change them', async () => {
    server.answers['GET /people/p3'] = personRead(hanxue);
    open(routed, '/people/p3');
    await screen.findByText('About Han Xue');
    expect(screen.queryByLabelText('Manager')).toBeNull();
    expect(screen.queryByLabelText('Sign-in name')).toBeNull();
    expect(screen.getByLabelText('First day')).toBeTruthy();
  });

  it('becomes a manager of another team by the admin, and nothing else is sent', async () => {
    Object.assign(server.answers, as('admin'));
    server.answers['GET /people/p5'] = personRead(xinren);
    server.answers['PATCH /people/p5'] = personRead(xinren, { role: 'manager', version: 2 });
    open(routed, '/people/p5');
    await screen.findByText('About Xu Xinlai');
    fireEvent.click(screen.getByLabelText('Manager'));
    choose('Team', 't2');
    press('Save');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/people/p5')).toEqual([
        { role: 'manager', team_id: 't2', newcomer: false },
      ]),
    );
    expect(server.asked.find(({ method }) => method === 'PATCH')?.ifMatch).toBe('"1"');
  });

  it('needs a region as a regional manager, and the team of before does not stay', async () => {
    Object.assign(server.answers, as('admin'));
    server.answers['GET /people/p3'] = personRead(hanxue);
    open(routed, '/people/p3');
    await screen.findByText('About Han Xue');
    fireEvent.click(screen.getByLabelText('Regional manager'));
    press('Save');
    expect(screen.getByText('Which team do they work in?')).toBeTruthy();
    const offered = Array.from(screen.getByLabelText('Region').querySelectorAll('option'));
    expect(offered.map((option) => option.textContent)).toEqual(['No team', 'Harbour']);
  });

  it('the only admin stays one, and the sentence stands at the role', async () => {
    Object.assign(server.answers, as('admin'));
    server.answers['GET /people/p2'] = personRead(hejing, { role: 'admin', team_id: null });
    server.answers['PATCH /people/p2'] = refusal(409, 'last_admin', 'The only one.');
    open(routed, '/people/p2');
    await screen.findByText('About He Jing');
    fireEvent.click(screen.getByLabelText('Trainer'));
    press('Save');
    expect(await screen.findByText(/This is the only admin/)).toBeTruthy();
  });
});
