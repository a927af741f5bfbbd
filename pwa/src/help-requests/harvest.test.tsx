/** What becomes of a solved request, also without a network. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { items } from '../kit/outbox';
import { signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Harvest from './Harvest';
import { helpAtHand } from './at-hand';
import { requestOf } from './testing/examples';
import type { Request } from './wire';

let server: Backend;
const ME = { ...xiaoman, family_name: '林', given_name: '小满' };

beforeEach(async () => {
  server = await signedIn();
});
afterEach(() => void vi.restoreAllMocks());

function show(part: Partial<Request> = {}): void {
  const solved = { state: 'solved', helped: 'yes', solved_at: '2026-03-24T02:00:00Z' } as const;
  const request = helpAtHand(requestOf({ ...solved, asker: ME, ...part }), [], ME);
  if (!request) throw new Error('nothing to show');
  render(
    <LocationProvider>
      <Harvest request={request} me={xiaoman.id} />
    </LocationProvider>,
  );
}

describe('what becomes of a solved request', () => {
  it('is one of three and a line, kept on this phone when there is no network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server.reachable = false;
    show({ client: { id: 'k1', name: '恒达' } });
    fireEvent.click(screen.getByRole('button', { name: 'Keep what helped' }));
    const form = within(await screen.findByRole('dialog'));
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByRole('alert').textContent).toBe('Choose what becomes of it.');
    fireEvent.click(form.getByLabelText('Drill it tonight'));
    fireEvent.input(form.getByLabelText('The line to keep'), {
      target: { value: '第二笔写进合同' },
    });
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]).toMatchObject({
      kind: 'help-harvest',
      method: 'PUT',
      body: { kind: 'drill', words: '第二笔写进合同' },
    });
    expect(await screen.findByText('Waits to be sent')).toBeTruthy();
  });

  it('is no drill where no client stands behind it', async () => {
    show({ client: null });
    fireEvent.click(screen.getByRole('button', { name: 'Keep what helped' }));
    const form = within(await screen.findByRole('dialog'));
    expect(form.queryByLabelText('Drill it tonight')).toBeNull();
    expect(form.getByLabelText('A training topic')).toBeTruthy();
  });

  it('is told with whose word it was', () => {
    const harvest = {
      kind: 'case',
      words: '第二笔写进合同',
      by: ME,
      at: '2026-03-24T03:00:00Z',
    } as const;
    show({ harvest });
    expect(screen.getByText('第二笔写进合同')).toBeTruthy();
    expect(screen.getByText('Proposed as a case, by Lin Xiaoman')).toBeTruthy();
  });

  it('is nothing where it was personal', () => {
    show({ kind: 'personal' });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
