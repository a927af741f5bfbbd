/** Group robots: nothing is chosen before somebody chooses it, and the address is said whole. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, expect, it } from 'vitest';
import { me } from '../kit/api/session';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Robots from './Robots';
import type { RobotGiven } from './wire';

const ADDRESS = 'https://oapi.dingtalk.com/robot/send?access_token=0f1e';
let server: Backend;

beforeEach(async () => {
  history.replaceState(null, '', '/organisation/robots?new');
  server = await signedIn(xiaoman);
  me.value = { ...xiaoman, role: 'manager', team_id: 'gull' };
  server.answers = { 'GET /robots': page([]), 'GET /teams': page([]) };
  render(
    <LocationProvider>
      <Robots />
    </LocationProvider>,
  );
  await screen.findByRole('dialog');
});

function sent(): RobotGiven[] {
  return server.asked.flatMap(({ method, body }) => (method === 'PUT' ? (body as RobotGiven) : []));
}

it('is in no group before one is chosen, and says so', async () => {
  const kinds = ['WeCom', 'DingTalk', 'Feishu'].map((name) => screen.getByLabelText(name));
  expect(kinds.some((kind) => (kind as HTMLInputElement).checked)).toBe(false);
  fireEvent.input(screen.getByLabelText(/^Address/), { target: { value: ADDRESS } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Choose where the group is.');
  expect(sent()).toEqual([]);
});

it('tells how to find the address once the group is chosen, and sends the choice', async () => {
  expect(screen.queryByText(/copy its webhook/)).toBeNull();
  fireEvent.click(screen.getByLabelText('DingTalk'));
  expect(await screen.findByText(/keyword 并肩, then copy its webhook/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText(/^Address/), { target: { value: ADDRESS } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ kind: 'dingtalk', address: ADDRESS, team_id: 'gull' });
});
