/** What was read stays readable without a network, for its reader only, and not for ever. */
import { render, screen } from '@testing-library/preact';
import { h } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { online, openTab, freshPhone, type Tab } from '../outbox/testing/phone';
import { qihang, xiaoman } from '../outbox/testing/server';

const phone = freshPhone();
let tab: Tab;
const DAY = 24 * 3600_000;

beforeEach(async () => {
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
});

async function read(value: string): Promise<void> {
  await tab.remember('today', () => Promise.resolve(value)).reload();
}

function silence(): Promise<string> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

async function errorWith(status: number): Promise<Error> {
  const { Refusal } = await import('../api/problem');
  return new Refusal({ type: '', title: '', status, detail: '', code: 'x' });
}

describe('a resource', () => {
  it('is read once more after a write, when the reading on its way may not know of it', async () => {
    const answers = ['before', 'after'];
    const today = tab.remember('today', () => Promise.resolve(answers.shift()));
    const first = today.reload();
    await tab.refresh('today');
    await first;
    expect(today.value).toBe('after');
  });

  it('is not joined when something has arrived since it was asked for', async () => {
    const { outdateReadings } = await import('../cache');
    const answers = ['before', 'after'];
    const today = tab.remember('today', () => Promise.resolve(answers.shift()));
    const first = today.reload();
    outdateReadings();
    await today.reload();
    await first;
    expect(today.value).toBe('after');
  });

  it('shows the answer of the server, fresh', async () => {
    const today = tab.remember('today', () => Promise.resolve('new'));
    await today.reload();
    expect(today).toMatchObject({ value: 'new', stale: false, error: null, loading: false });
  });

  it('shows what was remembered when there is no answer, and since when', async () => {
    await read('old');
    vi.setSystemTime(Date.now() + DAY);
    const reopened = await openTab();
    const today = reopened.remember('today', silence);
    await today.reload();
    expect(today).toMatchObject({ value: 'old', stale: true, at: Date.now() - DAY });
    expect(today.error).toBeInstanceOf(Error);
  });

  it('shows what was remembered at once when the phone is offline', async () => {
    await read('old');
    online(false);
    const reopened = await openTab();
    const today = reopened.remember('today', () => new Promise<string>(() => undefined));
    void today.reload();
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(today.value).toBe('old'));
  });

  it('on a slow network shows what was remembered first, then the answer', async () => {
    await read('old');
    const reopened = await openTab();
    let answer: (value: string) => void = () => undefined;
    const slow = () => new Promise<string>((resolve) => (answer = resolve));
    const today = reopened.remember('today', slow);
    const reading = today.reload();
    expect(today.value).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_600);
    await vi.waitFor(() => expect(today).toMatchObject({ value: 'old', stale: true }));
    answer('new');
    await reading;
    expect(today).toMatchObject({ value: 'new', stale: false });
  });

  it.each([403, 404])('forgets what the server now refuses (%i)', async (status) => {
    await read('old');
    const reopened = await openTab();
    const refusal = await errorWith(status);
    const today = reopened.remember('today', () => Promise.reject(refusal));
    await today.reload();
    expect([today.value, today.error]).toEqual([undefined, refusal]);
    expect(await reopened.takeDown('o1/p1', 'today')).toBeUndefined();
  });

  it('asks once for all screens that show the same', async () => {
    const load = vi.fn(() => Promise.resolve('x'));
    const today = tab.remember('today', load);
    await Promise.all([today.reload(), tab.remember('today', load).reload()]);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is read again when something under its key has arrived', async () => {
    let value = 'before';
    const today = tab.remember('today', () => Promise.resolve(value));
    await today.reload();
    value = 'after';
    await tab.refresh('evening');
    expect(today.value).toBe('before');
    await tab.refresh('tod');
    expect(today.value).toBe('after');
  });

  it('is read when its screen opens, and the screen follows it', async () => {
    const Today = () =>
      h('p', null, tab.useResource('today', () => Promise.resolve('ready')).value);
    render(h(Today, null));
    expect(await screen.findByText('ready')).toBeTruthy();
  });
});

describe('wiping', () => {
  it('happens at sign-out, and leaves unsent items alone', async () => {
    await read('mine');
    phone.server.reachable = false;
    await tab.enqueue({ kind: 'note', lane: 'a', method: 'PUT', path: '/api/v1/a', body: {} });
    await tab.noteVersion('b', '"1"');
    await tab.signOut();
    const { cache, versions, items } = tab.db;
    expect(await Promise.all([cache.count(), versions.count(), items.count()])).toEqual([0, 0, 1]);
  });

  it('of the others happens when somebody signs in on the phone of somebody else', async () => {
    await read('mine');
    await tab.signIn(qihang.login, 'alongside');
    expect(await tab.db.cache.count()).toBe(0);
    expect(tab.remember('today', silence).value).toBeUndefined();
  });

  it('happens when the company ends the sign-in, on the phone and on the screen', async () => {
    const today = tab.remember('today', () => Promise.resolve('mine'));
    await today.reload();
    phone.server.reachable = false;
    await tab.enqueue({ kind: 'note', lane: 'a', method: 'PUT', path: '/api/v1/a', body: {} });
    [phone.server.reachable, phone.server.letOut] = [true, true];
    await tab.renew();
    expect([today.value, today.at, tab.hasLeft()]).toEqual([undefined, null, true]);
    const { cache, items } = tab.db;
    expect(await Promise.all([cache.count(), items.count()])).toEqual([0, 1]);
    expect(await tab.exportUnsent()).not.toBeNull();
  });

  it('does not happen when a sign-in is over only because it was not used', async () => {
    await read('mine');
    phone.server.cookie = null;
    expect(await tab.renew()).toBe('refused');
    expect([await tab.db.cache.count(), tab.hasLeft()]).toEqual([1, false]);
  });

  it('happens after seven days unused; what is opened in between stays', async () => {
    await read('opened');
    await tab.remember('evening', () => Promise.resolve('left alone')).reload();
    vi.setSystemTime(Date.now() + 5 * DAY);
    const reopened = await openTab();
    await reopened.remember('today', silence).reload();
    vi.setSystemTime(Date.now() + 3 * DAY);
    await reopened.wipeUnused();
    expect((await tab.db.cache.toArray()).map((kept) => kept.key)).toEqual(['today']);
  });

  it('is not undone by an answer that comes after the sign-out', async () => {
    let answer: (value: string) => void = () => undefined;
    const late = tab
      .remember('today', () => new Promise<string>((resolve) => (answer = resolve)))
      .reload();
    await tab.signOut();
    answer('mine');
    await late;
    expect(await tab.db.cache.count()).toBe(0);
  });
});
