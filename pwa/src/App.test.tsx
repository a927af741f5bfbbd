import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from './App';
import { me, type Person } from './kit/api/session';
import { lang } from './kit/i18n/lang';
import { screens } from './screens';

const rep = {
  id: '0199-rep',
  organisation_id: '0199-org',
  login: 'lin.xiaoman',
  family_name: '林',
  given_name: '小满',
  latin_name: 'Lin Xiaoman',
  role: 'rep',
  team_id: null,
  language: 'en',
  newcomer: true,
} as unknown as Person;

function openAt(path: string): void {
  history.replaceState(null, '', path);
  render(<App />);
}

function heading(): string | null {
  return screen.queryByRole('heading', { level: 1 })?.textContent ?? null;
}

beforeEach(() => {
  lang.value = 'en';
  me.value = rep;
});

describe('the way in', () => {
  it('leads to the sign-in, and from there back to what was asked for', async () => {
    me.value = null;
    openAt('/clients/7?tab=sheet');
    await waitFor(() => expect(location.pathname).toBe('/sign-in'));
    expect(new URLSearchParams(location.search).get('next')).toBe('/clients/7?tab=sheet');
  });

  it('leaves the help open to everybody', async () => {
    me.value = null;
    openAt('/help');
    await waitFor(() => expect(heading()).toBe('Help'));
    expect(location.pathname).toBe('/help');
  });

  it('closes at once when the person signs out', async () => {
    openAt('/clients');
    await waitFor(() => expect(screen.queryByRole('navigation')).not.toBeNull());
    act(() => {
      me.value = null;
    });
    await waitFor(() => expect(location.pathname).toBe('/sign-in'));
  });
});

it.each(['/evening', '/evening/team'])('a region has no evening: %s', async (address) => {
  me.value = { ...rep, role: 'regional_manager' };
  openAt(address);
  await waitFor(() => expect(heading()).toBe('Not here'));
  const bar = screen.getByRole('navigation');
  expect(
    within(bar)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Today', 'Review', 'Me']);
});

describe('a screen', () => {
  it('that does not exist says so and leads on', async () => {
    openAt('/nowhere');
    await waitFor(() => expect(heading()).toBe('Not here'));
    expect(screen.getByRole('link', { name: 'To Today' }).getAttribute('href')).toBe('/');
  });

  it('of another role looks like one that does not exist', async () => {
    openAt('/organisation/settings');
    await waitFor(() => expect(heading()).toBe('Not here'));
  });

  it('names the window and takes the focus after a change of screen', async () => {
    openAt('/nowhere');
    await waitFor(() => expect(heading()).toBe('Not here'));
    act(() => {
      history.pushState(null, '', '/help');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await waitFor(() => expect(heading()).toBe('Help'));
    expect(document.title).toBe('Help · Alongside');
    expect(document.activeElement?.textContent).toBe('Help');
  });

  it('marks its place in the bar', async () => {
    openAt('/evening');
    await waitFor(() => expect(screen.queryByRole('navigation')).not.toBeNull());
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Evening');
  });
});

describe('every screen of the table', () => {
  it.each(screens.map((one) => [one.path, one] as const))('%s loads', async (_, one) => {
    expect(typeof (await one.load()).default).toBe('function');
  });
});

describe('the help', () => {
  beforeEach(async () => {
    openAt('/help');
    await waitFor(() => expect(heading()).toBe('Help'));
  });

  it('says what the cover screen of a passed phone is not', () => {
    expect(screen.getByText(/cover screen, not storage/)).toBeTruthy();
  });

  it('says that no location is taken, in the language of the phone', async () => {
    expect(screen.getByText(/No location/)).toBeTruthy();
    act(() => {
      lang.value = 'zh-CN';
    });
    await waitFor(() => expect(screen.getByText(/不要位置/)).toBeTruthy());
  });
});

it('a screen that could not be fetched can be asked for again', async () => {
  const { late } = await import('./late');
  let network = false;
  const Screen = late<object>(() =>
    network
      ? Promise.resolve({ default: () => <p>Here</p> })
      : Promise.reject(new Error('offline')),
  );
  render(<Screen />);
  await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
  network = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByText('Here')).toBeTruthy());
});
