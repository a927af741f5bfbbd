/** When the outbox sends, when it waits, and for whom. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { online, openTab, freshPhone, type Tab } from './testing/phone';
import { qihang, xiaoman } from './testing/server';

const phone = freshPhone();
let tab: Tab;

beforeEach(async () => {
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
});

function checkIn(visit: string) {
  const path = `/api/v1/visits/${visit}/check-in`;
  const body = { outcome: 'advanced' };
  return { kind: 'check-in', lane: `visit:${visit}`, method: 'PUT' as const, path, body };
}

describe('the sign-in', () => {
  it('is renewed once when the token has ended, and the item goes', async () => {
    phone.server.endTokens();
    await tab.enqueue(checkIn('1'));
    await tab.send();
    expect(phone.server.renewals).toBe(1);
    expect(phone.server.rows.size).toBe(1);
  });

  it('that cannot be renewed stops the sending and keeps everything', async () => {
    phone.server.endTokens();
    phone.server.cookie = null;
    await tab.enqueueAll([checkIn('1'), checkIn('2')]);
    await tab.send();
    await vi.advanceTimersByTimeAsync(24 * 3600_000);
    expect(phone.server.renewals).toBe(1);
    expect(tab.expired.value).toMatchObject({ status: 401 });
    expect((await tab.kept()).map((item) => item.state)).toEqual(['waiting', 'waiting']);
  });

  it('made again lets everything go', async () => {
    tab.start();
    phone.server.endTokens();
    phone.server.cookie = null;
    await tab.enqueue(checkIn('1'));
    await tab.send();
    await tab.signIn(xiaoman.login, 'alongside');
    await vi.waitFor(() => expect(phone.server.rows.size).toBe(1));
  });

  it('that ended for a disabled person still lets them export what was not sent', async () => {
    phone.server.endTokens();
    phone.server.cookie = null;
    const media = { type: 'audio/mp4', bytes: new TextEncoder().encode('sound').buffer };
    await tab.enqueue({ ...checkIn('1'), media, label: { client: 'Nuanyu' } });
    await tab.send();
    const file = await tab.exportUnsent();
    expect(JSON.parse((await file?.text()) ?? '')).toMatchObject({
      person: { login: 'lin.xiaoman' },
      items: [{ client: 'Nuanyu', media: { type: 'audio/mp4', base64: btoa('sound') } }],
    });
  });
});

describe('another person on this phone', () => {
  beforeEach(async () => {
    phone.server.reachable = false;
    await tab.enqueue(checkIn('1'));
    await tab.send();
    phone.server.reachable = true;
    phone.server.seen = [];
  });

  it('neither sees nor sends the items; they wait for their writer', async () => {
    await tab.signOut();
    const stop = tab.watch();
    await tab.signIn(qihang.login, 'alongside');
    await tab.enqueue(checkIn('2'));
    await tab.sendNow();
    expect(phone.server.seen.map(({ who, path }) => [who, path])).toEqual([
      ['p2', '/visits/2/check-in'],
    ]);
    await vi.waitFor(() => expect(tab.others.value).toHaveLength(1));
    expect(tab.others.value).toMatchObject([{ name: 'Lin Xiaoman', count: 1 }]);
    expect([...tab.items.value, ...tab.pendingOf('check-in')]).toEqual([]);
    stop();
    await tab.signOut();
    await tab.signIn(xiaoman.login, 'alongside');
    await tab.sendNow();
    expect(phone.server.seen.at(-1)).toMatchObject({ who: 'p1', path: '/visits/1/check-in' });
  });

  it('no longer shows on the screen from the moment of the sign-out', async () => {
    const stop = tab.watch();
    await vi.waitFor(() => expect(tab.items.value).toHaveLength(1));
    void tab.signOut();
    expect([...tab.items.value, ...tab.pending('visit:1')]).toEqual([]);
    stop();
  });

  it('does not wait for a sending that their sign-in has interrupted', async () => {
    tab.start();
    let answer: () => void = () => undefined;
    phone.server.held = new Promise((resolve) => (answer = resolve));
    await tab.enqueue(checkIn('5'));
    void tab.sendNow();
    await vi.waitFor(() => expect(phone.server.seen).toHaveLength(1));
    await tab.signOut();
    await tab.signIn(qihang.login, 'alongside');
    await tab.enqueue(checkIn('2'));
    answer();
    await vi.waitFor(() => expect(phone.server.seen).toHaveLength(2));
    expect(phone.server.seen[1]).toMatchObject({ who: 'p2', path: '/visits/2/check-in' });
  });

  it('who signed in in another tab does not lend this tab a token for them', async () => {
    phone.server.cookie = qihang;
    phone.server.endTokens();
    await tab.sendNow();
    expect(tab.me.value?.id).toBe('p2');
    expect(phone.server.seen).toEqual([]);
    expect(await tab.db.items.count()).toBe(1);
  });

  it('is followed by the other tabs at once', async () => {
    const other = await openTab();
    other.start();
    await other.signOut();
    await other.signIn(qihang.login, 'alongside');
    tab.start();
    dispatchEvent(new StorageEvent('storage', { key: 'alongside.person' }));
    expect(tab.me.value?.id).toBe('p2');
    expect(tab.pendingOf('check-in')).toEqual([]);
  });
});

describe.each(['with Web Locks', 'on an insecure address'])('two tabs, %s', (where) => {
  beforeEach(() => {
    if (where !== 'with Web Locks') {
      Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    }
  });

  it('send one at a time, and each item once', async () => {
    const other = await openTab();
    phone.server.reachable = false;
    for (const visit of ['1', '2', '3', '4']) await tab.enqueue(checkIn(visit));
    await tab.send();
    phone.server.reachable = true;
    phone.server.seen = [];
    phone.server.mostAtOnce = 0;
    await other.ensureToken();
    await Promise.all([tab.sendNow(), other.sendNow(), tab.send(), other.send()]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phone.server.sent).toHaveLength(4);
    expect(phone.server.mostAtOnce).toBe(1);
    expect(await tab.kept()).toEqual([]);
  });

  it('both hear of what arrived', async () => {
    const other = await openTab();
    const [here, there] = [vi.fn(), vi.fn()];
    tab.onDelivered('check-in', here);
    other.onDelivered('check-in', there);
    other.start();
    await tab.enqueue(checkIn('1'));
    await vi.waitFor(() => expect(there).toHaveBeenCalledOnce());
    expect(here).toHaveBeenCalledOnce();
    expect(there.mock.lastCall?.[1]).toEqual({ outcome: 'advanced', version: 1 });
  });
});

describe('an insecure address', () => {
  it('does not wait for a tab that died while it was sending', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    phone.server.troubles = ['hangs after storing'];
    await tab.enqueue(checkIn('1'));
    await vi.waitFor(() => expect(phone.server.seen).toHaveLength(1));
    const next = await openTab();
    await next.sendNow();
    expect(phone.server.seen).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(phone.server.seen).toHaveLength(2));
  });
});

it('joins many calls into one that runs and one that waits', async () => {
  const asked = vi.spyOn(phone.locks, 'request');
  await Promise.all([tab.send(), tab.send(), tab.send(), tab.send(), tab.send()]);
  expect(asked).toHaveBeenCalledTimes(2);
});

describe('waiting', () => {
  const tries = () => phone.server.seen.length;

  it.each([408, 425, 429, 500, 502, 503])('%i is tried again later, and kept', async (status) => {
    phone.server.troubles = [{ status }];
    await tab.enqueue(checkIn('1'));
    await tab.send();
    await tab.send();
    expect(tries()).toBe(1);
    await vi.advanceTimersByTimeAsync(2_100);
    await vi.waitFor(() => expect(phone.server.rows.size).toBe(1));
  });

  it('doubles with every try, never longer than five minutes', async () => {
    const { backOff } = await import('./answer');
    vi.spyOn(Math, 'random').mockReturnValue(1);
    expect([1, 2, 3, 4].map(backOff)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(backOff(1_000)).toBe(300_000);
    vi.mocked(Math.random).mockReturnValue(0);
    expect(backOff(3)).toBe(4_000);
  });

  it('does what Retry-After says, for all items, and no trigger shortens it', async () => {
    phone.server.troubles = [{ status: 429, headers: { 'Retry-After': '120' } }];
    tab.start();
    await tab.enqueueAll([checkIn('1'), checkIn('2')]);
    await vi.waitFor(() => expect(tries()).toBe(1));
    await vi.advanceTimersByTimeAsync(110_000);
    dispatchEvent(new Event('online'));
    await tab.send();
    expect(tries()).toBe(1);
    await vi.advanceTimersByTimeAsync(11_000);
    await vi.waitFor(() => expect(phone.server.rows.size).toBe(2));
  });

  it('pauses also when Retry-After says "at once"', async () => {
    phone.server.troubles = [{ status: 503, headers: { 'Retry-After': '0' } }];
    await tab.enqueue(checkIn('1'));
    await tab.send();
    expect(tries()).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(() => expect(phone.server.rows.size).toBe(1));
  });

  it('without an answer spares the other items, and ends when the network is back', async () => {
    tab.start();
    phone.server.reachable = false;
    await tab.enqueueAll([checkIn('1'), checkIn('2')]);
    await tab.send();
    expect((await tab.kept()).map((item) => item.tries)).toEqual([1, 0]);
    phone.server.reachable = true;
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(phone.server.rows.size).toBe(2));
  });

  it('is not begun by a try that was on its way when the network came back', async () => {
    tab.start();
    phone.server.troubles = ['never arrives'];
    let fail: () => void = () => undefined;
    phone.server.held = new Promise((resolve) => (fail = resolve));
    await tab.enqueue(checkIn('1'));
    await vi.waitFor(() => expect(tries()).toBe(1));
    dispatchEvent(new Event('online'));
    fail();
    await vi.waitFor(() => expect(phone.server.rows.size).toBe(1));
  });

  it('takes the page of a hotel network for no answer, whatever its status says', async () => {
    const page = new Response('<h1>Room number?</h1>', {
      headers: { 'Content-Type': 'text/html' },
    });
    const fetch = vi.fn(() => Promise.resolve(page.clone()));
    vi.stubGlobal('fetch', fetch);
    await tab.enqueue(checkIn('1'));
    await tab.send();
    expect(fetch).toHaveBeenCalledOnce();
    expect(await tab.kept()).toMatchObject([{ state: 'waiting', status: null }]);
  });

  it('takes a redirect for no answer: it would come back as the page of something else', async () => {
    phone.server.troubles = ['redirected'];
    await tab.enqueue(checkIn('1'));
    await tab.send();
    expect(await tab.kept()).toMatchObject([{ state: 'waiting', tries: 1 }]);
  });

  it('leaves an item untried while the phone is offline', async () => {
    online(false);
    phone.server.reachable = false;
    await tab.enqueue(checkIn('1'));
    await tab.send();
    expect(await tab.kept()).toMatchObject([{ tries: 0, state: 'waiting' }]);
  });
});

it('any other refusal is kept for its writer, who may send it again', async () => {
  phone.server.troubles = [{ status: 422, problem: { detail: 'The day has passed.' } }];
  const id = await tab.enqueue(checkIn('1'));
  await tab.send();
  await vi.advanceTimersByTimeAsync(3600_000);
  expect(await tab.kept()).toMatchObject([
    { state: 'rejected', status: 422, problem: { detail: 'The day has passed.' } },
  ]);
  expect(phone.server.seen).toHaveLength(1);
  await tab.sendAgain(id);
  expect(phone.server.rows.size).toBe(1);
});

it('counts what arrived today', async () => {
  const stop = tab.watch();
  await tab.enqueueAll([checkIn('1'), checkIn('2')]);
  await tab.send();
  await vi.waitFor(() => expect(tab.deliveredToday.value).toBe(2));
  stop();
});

it('shows an arrived record as unsent until the screens have read it back', async () => {
  const stop = tab.watch();
  let readBack: () => void = () => undefined;
  tab.onDelivered('check-in', () => new Promise<void>((resolve) => (readBack = resolve)));
  await tab.enqueue(checkIn('1'));
  await tab.send();
  await vi.waitFor(() => expect(tab.ready.value && tab.items.value.length === 0).toBe(true));
  expect(tab.pending('visit:1')).toHaveLength(1);
  readBack();
  await vi.waitFor(() => expect(tab.pending('visit:1')).toEqual([]));
  stop();
});
