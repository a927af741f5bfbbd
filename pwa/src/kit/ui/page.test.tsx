import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { InsecureAddress } from '../../today/InsecureAddress';
import { me } from '../api/session';
import { lang } from '../i18n/lang';
import { items, type Item } from '../outbox';
import { xiaoman } from '../outbox/testing/server';
import { Page } from './Page';
import { Toasts } from './Toast';

const nobody: Item[] = [];

beforeEach(() => {
  lang.value = 'en';
  items.value = nobody;
  me.value = xiaoman;
});

function show(page: ComponentChildren): void {
  render(
    <LocationProvider>
      {page}
      <Toasts />
    </LocationProvider>,
  );
}

function pull(distance: number): void {
  const at = (y: number) => ({
    touches: [new Touch({ identifier: 1, target: document.body, clientY: y })],
  });
  fireEvent.touchStart(document.body, at(100));
  fireEvent.touchMove(document.body, at(100 + distance));
  fireEvent.touchEnd(document.body, { touches: [] });
}

describe('a root screen', () => {
  it('shows who I am, and nothing about the outbox while all is sent', () => {
    show(
      <Page root="today" title="Today">
        text
      </Page>,
    );
    expect(screen.getByRole('link', { name: 'LX, me' }).getAttribute('href')).toBe('/me');
    expect(screen.queryByText(/waiting/)).toBeNull();
  });

  it('shows how many wait to be sent', () => {
    items.value = [{ id: '1', state: 'waiting' } as unknown as Item];
    show(
      <Page root="today" title="Today">
        text
      </Page>,
    );
    expect(screen.getByRole('link', { name: '1 waiting' }).getAttribute('href')).toBe('/outbox');
  });
});

describe('reading again', () => {
  function Screen({ reload, error = null }: { reload: () => Promise<void>; error?: Error | null }) {
    return (
      <Page title="Today" refresh={[{ reload, error }]}>
        text
      </Page>
    );
  }

  it('has a visible button, and says when it is done', async () => {
    const reload = vi.fn(() => Promise.resolve());
    show(<Screen reload={reload} />);
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(screen.getByText('Up to date')).toBeTruthy());
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('says so when nothing new could be read, and leaves what was read', async () => {
    show(<Screen reload={() => Promise.resolve()} error={new Error('offline')} />);
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(screen.getByText(/Not refreshed/)).toBeTruthy());
  });

  it('begins when the page was pulled far enough, not at every touch', async () => {
    const reload = vi.fn(() => Promise.resolve());
    show(<Screen reload={reload} />);
    act(() => pull(60));
    expect(reload).not.toHaveBeenCalled();
    act(() => pull(200));
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  });
});

describe('an address without https', () => {
  it('says what will not work and how to mend it', () => {
    vi.stubGlobal('isSecureContext', false);
    show(<InsecureAddress />);
    expect(screen.getByText(/https:\/\//)).toBeTruthy();
    vi.unstubAllGlobals();
  });

  it('is not mentioned where all is well', () => {
    vi.stubGlobal('isSecureContext', true);
    show(<InsecureAddress />);
    expect(screen.queryByText(/https:\/\//)).toBeNull();
    vi.unstubAllGlobals();
  });
});
