/** What a screen says when it could not be read, by what stood in the way. */
import { act, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from '../App';
import { remember } from '../kit/cache';
import { enqueue, items } from '../kit/outbox';
import { page, refusal, signedIn, type Backend } from './testing/backend';

const CARD = { id: 'c1', name: 'Mist Lamps', answers_ready: 0 };
const NOTHING = { industry: null, district: null, grade: null, boss: null };

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
  server.answers['GET /clients'] = page([{ ...CARD, ...NOTHING, owner: { id: 'p1' } }]);
  history.replaceState(null, '', '/clients');
  render(<App />);
  await screen.findByText('Mist Lamps');
});

async function readAgain(): Promise<void> {
  await act(() => remember('clients', () => Promise.reject(new Error('never'))).again());
}

describe('with the clients read before', () => {
  it('no answer is neutral, and tells when it was read', async () => {
    server.reachable = false;
    await readAgain();
    expect(await screen.findByText(/^No network\. Last read: today \d\d:\d\d\.$/)).toBeTruthy();
  });

  it.each([500, 503])('a fault of the server is not called the network (%i)', async (status) => {
    server.answers['GET /clients'] = refusal(status, 'fault', '');
    await readAgain();
    const told = await screen.findByRole('alert');
    expect(told.textContent).toContain('The server has a fault.');
    expect(told.textContent).toMatch(/You see what was read today \d\d:\d\d\./);
    expect(screen.queryByText(/No network/)).toBeNull();
    expect(screen.getByText('Mist Lamps')).toBeTruthy();
  });

  it('a sign-in that is over says so, with the way back here', async () => {
    server.ended = 'sign_in_needed';
    await readAgain();
    expect(await screen.findByText(/This sign-in is over/)).toBeTruthy();
    expect(screen.queryByText(/No network/)).toBeNull();
    const way = screen.getByRole('link', { name: 'Sign in' });
    expect(way.getAttribute('href')).toBe('/sign-in?next=%2Fclients');
    expect(screen.getByText('Mist Lamps')).toBeTruthy();
  });

  it('whoever was let out reads nothing more, and finds what is unsent', async () => {
    server.reachable = false;
    await enqueue({ kind: 'note', lane: 'n', method: 'PUT', path: '/api/v1/n', body: {} });
    await waitFor(() => expect(items.value).toHaveLength(1));
    [server.reachable, server.ended] = [true, 'let_out'];
    await readAgain();
    expect(await screen.findByText(/1 unsent item is still here/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open them' }).getAttribute('href')).toBe('/outbox');
    expect(screen.queryByText('Mist Lamps')).toBeNull();
  });
});
