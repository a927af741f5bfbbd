/** Who is signed in on this phone, in every tab, with and without a network. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openTab, freshPhone, type Tab } from '../outbox/testing/phone';
import { qihang, xiaoman } from '../outbox/testing/server';

const phone = freshPhone();
let tab: Tab;

beforeEach(async () => {
  tab = await openTab();
});

describe('signing in', () => {
  it('remembers the person, so that the app opens without a network', async () => {
    await tab.signIn(xiaoman.login, 'alongside');
    phone.server.reachable = false;
    const reopened = await openTab();
    expect(reopened.me.value?.latin_name).toBe('Lin Xiaoman');
  });

  it('keeps no token on the phone', async () => {
    await tab.signIn(xiaoman.login, 'alongside');
    const token = await tab.ensureToken();
    expect(token).toBe('p1.1');
    expect(JSON.stringify(Object.entries(localStorage))).toContain('Lin Xiaoman');
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain(token);
  });

  it('is also what an accepted invitation does, after a sign-out made with no network', async () => {
    await tab.signIn(xiaoman.login, 'alongside');
    phone.server.reachable = false;
    await tab.signOut();
    await tab.enter({
      access_token: 'p2.9',
      token_type: 'Bearer',
      expires_in: 600,
      person: qihang,
    });
    expect(tab.me.value?.latin_name).toBe('Zhou Qihang');
    expect(await tab.ensureToken()).toBe('p2.9');
    phone.server.reachable = true;
    window.dispatchEvent(new Event('online'));
    await tab.sendNow();
    expect(phone.server.signOuts).toBe(0);
  });

  it('with a wrong password says what the server says and signs nobody in', async () => {
    await expect(tab.signIn('nobody', 'x')).rejects.toMatchObject({ code: 'sign_in_refused' });
    expect(tab.me.value).toBeNull();
  });

  it('without a network is told apart from a refusal', async () => {
    phone.server.reachable = false;
    await expect(tab.signIn(xiaoman.login, 'x')).rejects.toMatchObject({ name: 'NoAnswer' });
  });
});

describe('renewing', () => {
  beforeEach(async () => {
    await tab.signIn(xiaoman.login, 'alongside');
  });

  it('happens when the token is about to end', async () => {
    await tab.ensureToken();
    expect(phone.server.renewals).toBe(0);
    await vi.advanceTimersByTimeAsync(575_000);
    await tab.ensureToken();
    expect(phone.server.renewals).toBe(1);
  });

  it('happens once for many askers, and one tab after the other', async () => {
    const other = await openTab();
    await Promise.all([tab.renew(), tab.renew(), other.renew(), other.renew()]);
    expect(phone.server.renewals).toBe(2);
    expect(phone.server.mostAtOnce).toBe(1);
  });

  it('without an answer neither ends the sign-in nor forgets the person', async () => {
    phone.server.reachable = false;
    expect(await tab.renew()).toBe('no-answer');
    expect([tab.me.value?.id, tab.expired.value]).toEqual(['p1', null]);
  });

  it('refused by the server says so and still knows whose phone it is', async () => {
    phone.server.cookie = null;
    expect(await tab.renew()).toBe('refused');
    expect(tab.expired.value?.code).toBe('signed_out');
    expect(tab.me.value?.id).toBe('p1');
  });

  it('that comes back after a sign-out signs nobody in', async () => {
    const late = tab.renew();
    await tab.signOut();
    expect(await late).toBe('refused');
    expect(tab.me.value).toBeNull();
  });
});

describe('signing out', () => {
  it('works without a network and reaches the server later', async () => {
    await tab.signIn(xiaoman.login, 'alongside');
    phone.server.reachable = false;
    await tab.signOut();
    expect(tab.me.value).toBeNull();
    phone.server.reachable = true;
    const reopened = await openTab();
    reopened.startSession();
    await vi.waitFor(() => expect(phone.server.signOuts).toBe(1));
    expect(phone.server.cookie).toBeNull();
  });

  it('that never reached the server does not end the next sign-in', async () => {
    await tab.signIn(xiaoman.login, 'alongside');
    phone.server.reachable = false;
    await tab.signOut();
    phone.server.reachable = true;
    await tab.signIn(qihang.login, 'alongside');
    tab.startSession();
    dispatchEvent(new Event('online'));
    expect(await tab.renew()).toBe('fresh');
    expect(phone.server.signOuts).toBe(0);
  });
});
