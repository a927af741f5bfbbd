/** When a new version may take over, and when the page is opened afresh with it. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Screen } from './screens';

const today = { path: '/', sky: 'day', nav: 'today' } as Screen;
const checkIn = { path: '/visits/1/check-in', sky: 'plain' } as Screen;

class FakeWorkers extends EventTarget {
  controller: object | null = {};
  readonly waiting = { postMessage: vi.fn() };
  register = vi.fn(() => Promise.resolve());
  getRegistration = vi.fn(() => Promise.resolve({ waiting: this.waiting }));

  takeOver(): void {
    this.controller = {};
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let workers: FakeWorkers;
const reload = vi.fn<() => void>();

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('PROD', true);
  workers = new FakeWorkers();
  Object.defineProperty(navigator, 'serviceWorker', { value: workers, configurable: true });
  reload.mockClear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
  lookAt(true);
  const closing = new AbortController();
  const listen = document.addEventListener.bind(document);
  // A page that was closed hears nothing more.
  vi.spyOn(document, 'addEventListener').mockImplementation((type, heard) => {
    listen(type, heard, { signal: closing.signal });
  });
  return () => {
    closing.abort();
    vi.unstubAllEnvs();
  };
});

async function openApp({ unsent = 0 } = {}) {
  const { items, ready } = await import('./kit/outbox');
  const shell = await import('./shell');
  ready.value = true;
  items.value = new Array(unsent).fill({});
  shell.standOn(today);
  shell.keepShell();
  return shell;
}

function lookAt(is: boolean): void {
  Object.defineProperty(document, 'hidden', { value: !is, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

it('asks the new version to take over once nobody looks and everything is sent', async () => {
  await openApp();
  expect(workers.waiting.postMessage).not.toHaveBeenCalled();
  lookAt(false);
  await vi.waitFor(() => expect(workers.waiting.postMessage).toHaveBeenCalledWith('take-over'));
});

it('lets it wait while something is unsent', async () => {
  await openApp({ unsent: 1 });
  lookAt(false);
  await vi.waitFor(() => expect(workers.getRegistration).toHaveBeenCalled());
  await Promise.resolve();
  expect(workers.waiting.postMessage).not.toHaveBeenCalled();
});

it('opens afresh when the new version has taken over unseen', async () => {
  await openApp();
  lookAt(false);
  workers.takeOver();
  expect(reload).toHaveBeenCalledOnce();
});

it('does not when somebody is back by then, but the next time nobody looks', async () => {
  const shell = await openApp();
  lookAt(false);
  lookAt(true);
  shell.standOn(checkIn);
  workers.takeOver();
  lookAt(false);
  expect(reload).not.toHaveBeenCalled();
  lookAt(true);
  shell.standOn(today);
  lookAt(false);
  expect(reload).toHaveBeenCalledOnce();
});

it('goes on without a reload when the first version of all takes over', async () => {
  workers.controller = null;
  await openApp();
  lookAt(false);
  workers.takeOver();
  expect(reload).not.toHaveBeenCalled();
  workers.takeOver();
  expect(reload).toHaveBeenCalledOnce();
});
