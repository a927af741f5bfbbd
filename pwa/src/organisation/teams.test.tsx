/** Regions and teams: who leads them, a new one, another name, another region. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { choose, open, press, type, valueOf } from '../kit/form/testing/hands';
import { refusal, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import { gull, harbour, hejing, lighthouse } from '../people/testing/people';
import Teams from './Teams';

let server: Backend;

const PLACE = '/organisation/teams';
const led = { ...gull, manager: hejing };

beforeEach(async () => {
  server = await signedIn({ ...xiaoman, role: 'admin' });
  server.answers = { 'GET /teams': { items: [harbour, led, lighthouse] } };
});

describe('the teams', () => {
  it('stand in their region with who leads them', async () => {
    open(Teams, PLACE);
    const region = within(await screen.findByRole('list', { name: 'Harbour' }));
    expect(region.getByText('Led by He Jing')).toBeTruthy();
    expect(region.getAllByText('Nobody leads it yet')).toHaveLength(2);
  });

  it('get a new one in its region; one language is enough', async () => {
    server.answers['POST /teams'] = { ...lighthouse, id: 't3' };
    open(Teams, `${PLACE}?new`);
    await screen.findByRole('dialog', { name: 'A new team or region' });
    press('Save');
    expect(screen.getByText('A name, in one language at least.')).toBeTruthy();
    type('Name, in Chinese', '信天翁');
    press('Save');
    await vi.waitFor(() => expect(location.search).toBe(''));
    expect(server.bodiesOf('POST', '/teams')).toMatchObject([
      { kind: 'team', name: { zh: '信天翁', en: '信天翁' }, parent_id: 'r1' },
    ]);
  });

  it('a region stands in no region', async () => {
    server.answers['POST /teams'] = harbour;
    open(Teams, `${PLACE}?new`);
    await screen.findByRole('dialog', { name: 'A new team or region' });
    fireEvent.click(screen.getByLabelText('A region'));
    expect(screen.queryByLabelText('In which region?')).toBeNull();
    type('Name, in English', 'Inland');
    press('Save');
    await vi.waitFor(() => expect(location.search).toBe(''));
    expect(server.bodiesOf('POST', '/teams')).toMatchObject([{ kind: 'region', parent_id: null }]);
  });

  it('one is renamed and moved, and only that is sent', async () => {
    server.answers['PATCH /teams/t1'] = { ...led, version: 2 };
    open(Teams, `${PLACE}?team=t1`);
    await screen.findByRole('dialog', { name: 'Change Gull' });
    expect(screen.getByRole('link', { name: 'The people of Gull' })).toBeTruthy();
    choose('In which region?', '');
    press('Save');
    await vi.waitFor(() =>
      expect(server.bodiesOf('PATCH', '/teams/t1')).toEqual([{ parent_id: null }]),
    );
  });

  it('one without a manager says how it gets one', async () => {
    open(Teams, `${PLACE}?team=t2`);
    await screen.findByRole('dialog', { name: 'Change Lighthouse' });
    expect(screen.getByText(/make them manager/)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'The people of Lighthouse' });
    expect(link.getAttribute('href')).toBe('/people?team=t2');
  });

  it('that could not be saved keep the name that was typed', async () => {
    server.answers['PATCH /teams/t1'] = refusal(409, 'wrong_team', 'Choose a region.');
    open(Teams, `${PLACE}?team=t1`);
    await screen.findByRole('dialog', { name: 'Change Gull' });
    type('Name, in English', 'Gulls');
    press('Save');
    expect((await screen.findByRole('alert')).textContent).toBe('Choose a region.');
    expect(valueOf('Name, in English')).toBe('Gulls');
  });

  it('are only read by whoever is no admin', async () => {
    me.value = { ...xiaoman, role: 'manager' };
    open(Teams, `${PLACE}?team=t1`);
    await screen.findByText('Led by He Jing');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.querySelector('main a')).toBeNull();
  });

  it('none yet says how to begin', async () => {
    server.answers['GET /teams'] = { items: [] };
    open(Teams, PLACE);
    expect(await screen.findByText('No teams yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Add a team or a region' })).toBeTruthy();
  });
});
