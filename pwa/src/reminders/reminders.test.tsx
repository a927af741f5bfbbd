/** Reminders: the banner, the list, what is switched off, and a phone that may or may not be woken. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { items } from '../kit/outbox';
import { Toasts } from '../kit/ui/Toast';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import Banner from './Banner';
import ReminderSettings from './ReminderSettings';
import Reminders from './Reminders';
import type { Reminder } from './wire';

let server: Backend;
const HOUR = 3_600_000;

function reminder(id: string, part: Partial<Reminder> = {}): Reminder {
  return {
    ...{ id, kind: 'evening', title: { zh: `提醒${id}`, en: `Reminder ${id}` }, path: '/evening' },
    about: null,
    ...{ due_at: ago(1), until: ago(-1), seen_at: null },
    ...part,
  };
}

function ago(hours: number): string {
  return new Date(Date.now() - hours * HOUR).toISOString();
}

beforeEach(async () => {
  server = await signedIn(xiaoman);
  server.answers = {
    'GET /reminders': page([reminder('r2'), reminder('r1', { due_at: ago(2) })]),
    'GET /me/reminder-settings': { off: ['promise'] },
  };
});

function show(Shown: () => preact.JSX.Element | null): void {
  render(
    <LocationProvider>
      <Shown />
      <Toasts />
    </LocationProvider>,
  );
}

function offline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.reachable = false;
}

describe('the banner', () => {
  it('shows the newest one and leads to its screen', async () => {
    show(Banner);
    const link = await screen.findByRole('link', { name: 'Reminder r2' });
    expect(link.getAttribute('href')).toBe('/evening');
    expect(screen.queryByText('Reminder r1')).toBeNull();
  });

  it('says which promise it is about', async () => {
    server.answers['GET /reminders'] = page([reminder('r1', { about: '先问再报价' })]);
    show(Banner);
    expect(await screen.findByText('先问再报价')).toBeTruthy();
  });

  it('is put away by one tap, also without a network, and the next one shows', async () => {
    show(Banner);
    await screen.findByText('Reminder r2');
    offline();
    fireEvent.click(screen.getByRole('button', { name: 'Seen' }));
    expect(await screen.findByText('Reminder r1')).toBeTruthy();
    expect(items.value.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /api/v1/reminders/r2/seen',
    ]);
  });

  it('keeps silent about what has passed', async () => {
    server.answers['GET /reminders'] = page([reminder('r2', { until: ago(0.5) })]);
    show(Banner);
    await waitFor(() => expect(server.asked.map(({ path }) => path)).toContain('/reminders'));
    expect(screen.queryByText('Reminder r2')).toBeNull();
  });

  it('puts a dot on the icon of the app, and never a number', async () => {
    const setAppBadge = vi.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { setAppBadge });
    show(Banner);
    await waitFor(() => expect(setAppBadge).toHaveBeenCalledWith());
  });
});

describe('the list', () => {
  it('is seen as a whole up to the newest that is shown', async () => {
    show(Reminders);
    await screen.findByText('Reminder r1');
    expect(screen.getAllByText('New')).toHaveLength(2);
    offline();
    fireEvent.click(screen.getByRole('button', { name: 'All seen' }));
    await waitFor(() => expect(screen.queryByText('New')).toBeNull());
    const [sent] = items.value;
    const { items: read } = server.answers['GET /reminders'] as { items: Reminder[] };
    expect(sent?.body).toEqual({ until: read[0]?.due_at });
  });

  it('says what will stand there while it is empty', async () => {
    server.answers['GET /reminders'] = page([]);
    show(Reminders);
    expect(await screen.findByText('Nothing waits for you')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'All seen' })).toBeNull();
  });
});

describe('what somebody wants', () => {
  it('is switched by a tap and holds at once', async () => {
    show(ReminderSettings);
    const evening = await screen.findByLabelText<HTMLInputElement>('The evening opens');
    expect(screen.getByLabelText<HTMLInputElement>('My promises').checked).toBe(false);
    offline();
    fireEvent.click(evening);
    await waitFor(() => expect(items.value).toHaveLength(1));
    expect(items.value[0]?.body).toEqual({ off: ['evening', 'promise'] });
    expect(screen.getByLabelText<HTMLInputElement>('The evening opens').checked).toBe(false);
  });
});

describe('this phone', () => {
  it('says plainly that it cannot be woken', async () => {
    show(ReminderSettings);
    expect(await screen.findByText(/cannot be told from outside/)).toBeTruthy();
  });

  it('asks the browser only after a tap, and tells the server where to write', async () => {
    const { requestPermission } = holdPhoneThatCanBeWoken();
    server.answers['GET /push/key'] = { key: 'BAAA' };
    server.answers['PUT /push/subscriptions/p1'] = { id: 'p1' };
    localStorage.setItem('alongside.push', JSON.stringify({ id: 'p1', person: xiaoman.id }));
    show(ReminderSettings);
    const allow = await screen.findByRole('button', { name: 'Tell this phone' });
    expect(requestPermission).not.toHaveBeenCalled();
    fireEvent.click(allow);
    expect(await screen.findByRole('button', { name: 'Tell this phone no more' })).toBeTruthy();
    expect(requestPermission).toHaveBeenCalledOnce();
    expect(server.bodiesOf('PUT', '/push/subscriptions/p1')).toEqual([
      { endpoint: 'https://push.example.net/1', keys: { p256dh: 'p', auth: 'a' }, language: 'en' },
    ]);
  });
});

function holdPhoneThatCanBeWoken() {
  let subscription: object | null = null;
  const keys = { p256dh: 'p', auth: 'a' };
  const made = { toJSON: () => ({ endpoint: 'https://push.example.net/1', keys }) };
  const pushManager = {
    getSubscription: () => Promise.resolve(subscription),
    subscribe: () => Promise.resolve((subscription = made)),
  };
  const requestPermission = vi.fn().mockResolvedValue('granted');
  vi.stubGlobal('Notification', { permission: 'default', requestPermission });
  const getRegistration = () => Promise.resolve({ pushManager });
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { getRegistration },
    configurable: true,
  });
  return { requestPermission };
}
