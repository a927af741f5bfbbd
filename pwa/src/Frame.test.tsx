/** What stands around a screen: the bar or the rail, and on a wide screen the list beside what is chosen in it. */
import { act, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from './App';
import { holdTablet } from './kit/ui/testing/device';
import { page, signedIn, xiaoman, type Backend } from './people/testing/backend';

const CARDS = ['c1', 'c2'].map((id) => ({
  id,
  name: `Client ${id}`,
  owner: xiaoman,
  industry: null,
  district: null,
  grade: null,
  boss: null,
  answers_ready: 0,
}));

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
  server.answers['GET /clients'] = page(CARDS);
  for (const card of CARDS) {
    const sheet = { version: 0, answers_ready: 0, missing: [] };
    server.answers[`GET /clients/${card.id}`] = {
      ...card,
      contacts: [],
      exports_now: 'unknown',
      sheet,
    };
  }
});

function openAt(path: string): void {
  history.replaceState(null, '', path);
  render(<App />);
}

async function chosen(name: string): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 1, name });
}

function list(): HTMLElement {
  return screen.getByRole('region', { name: 'Clients' });
}

function choose(name: string): void {
  act(() =>
    within(list())
      .getByRole('link', { name: new RegExp(name) })
      .click(),
  );
}

describe('on a phone', () => {
  it('a client has the screen to itself, with a way back', async () => {
    openAt('/clients/c1');
    await chosen('Client c1');
    expect(screen.queryByRole('region', { name: 'Clients' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/clients');
  });

  it('the bar gives way inside a task: what stays is the rail of a wide screen', async () => {
    openAt('/clients/c1');
    await chosen('Client c1');
    expect(screen.getByRole('navigation').classList.contains('rail')).toBe(true);
  });
});

describe('on a tablet', () => {
  beforeEach(holdTablet);

  it('the list stands beside the client, who is marked in it', async () => {
    openAt('/clients/c2');
    await chosen('Client c2');
    await waitFor(() => {
      const marked = within(list()).getByRole('link', { current: true });
      expect(marked.getAttribute('href')).toBe('/clients/c2');
    });
    expect(screen.queryByRole('link', { name: 'Back' })).toBeNull();
    expect(screen.getByRole('link', { name: 'LX, me' })).toBeTruthy();
  });

  it('another client changes the detail and leaves the list as it stands', async () => {
    openAt('/clients/c1');
    await chosen('Client c1');
    const before = list();
    choose('Client c2');
    const heading = await chosen('Client c2');
    expect(list()).toBe(before);
    expect(screen.queryByRole('heading', { level: 1, name: 'Client c1' })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('Client c2 · Alongside');
  });

  it('the list is the same before anything is chosen, and nothing opens by itself', async () => {
    openAt('/clients');
    await chosen('Which client?');
    await within(list()).findByText('Client c1');
    const before = list();
    expect(server.asked.some(({ path }) => path.startsWith('/clients/'))).toBe(false);
    choose('Client c1');
    await chosen('Client c1');
    expect(list()).toBe(before);
  });

  it('Back leads to the client before', async () => {
    openAt('/clients/c1');
    await chosen('Client c1');
    choose('Client c2');
    await chosen('Client c2');
    act(() => history.back());
    await chosen('Client c1');
  });

  it('a fault in the client leaves the list, and the next client opens', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    server.answers['GET /clients/c1'] = { id: 'c1', name: 'Client c1' };
    openAt('/clients/c1');
    await chosen('This screen stumbled');
    expect(reported).toHaveBeenCalled();
    choose('Client c2');
    await chosen('Client c2');
  });

  it('a round has the whole screen', async () => {
    openAt('/evening/round/v1');
    await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).not.toBeNull());
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
