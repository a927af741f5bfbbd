/** What a person wrote is never lost and never doubled, whatever breaks and wherever. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewItem } from './item';
import { failing, killAndReopen, online, openTab, freshPhone, type Tab } from './testing/phone';
import { xiaoman } from './testing/server';

const phone = freshPhone();
let tab: Tab;

beforeEach(async () => {
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
});

function checkIn(visit: string, more: Partial<NewItem> = {}): NewItem {
  const path = `/api/v1/visits/${visit}/check-in`;
  const body = { outcome: 'advanced', said: 'too dear' };
  return { kind: 'check-in', lane: `visit:${visit}`, method: 'PUT', path, body, ...more };
}

function client(id: string): NewItem {
  const body = { name: 'Nuanyu Lighting' };
  return {
    kind: 'client',
    lane: `client:${id}`,
    method: 'PUT',
    path: `/api/v1/clients/${id}`,
    body,
  };
}

async function states(): Promise<string[]> {
  return (await tab.kept()).map((item) => `${item.lane} ${item.state}`);
}

describe('keeping', () => {
  it('sends what was written and lets go of it once the server has it', async () => {
    await tab.enqueue(checkIn('1'));
    await tab.send();
    expect(phone.server.rows.get('/visits/1/check-in')?.value).toMatchObject({ said: 'too dear' });
    expect(await tab.kept()).toEqual([]);
  });

  it('keeps item and recording together, or neither', async () => {
    failing('media', 'add', 'the phone is full');
    const media = { type: 'audio/mp4', bytes: new ArrayBuffer(8) };
    await expect(tab.enqueue(checkIn('1', { media }))).rejects.toThrow('the phone is full');
    expect(await tab.kept()).toEqual([]);
  });

  it('keeps all items of one screen, or none', async () => {
    failing('items', 'add', 'the phone is full', 1);
    await expect(tab.enqueueAll([checkIn('1'), checkIn('2')])).rejects.toThrow('full');
    expect(await tab.kept()).toEqual([]);
  });

  it('sends the bytes of a recording as they are, under their own type', async () => {
    const bytes = new TextEncoder().encode('sound').buffer;
    const media = { type: 'audio/mp4', bytes };
    await tab.enqueue(checkIn('1', { body: undefined, media }));
    await tab.send();
    expect(phone.server.seen[0]?.body).toBe('sound');
    expect(await tab.db.media.count()).toBe(0);
  });

  it('asks the browser once not to clear the phone', async () => {
    const persist = vi.fn(() => Promise.resolve(true));
    Object.defineProperty(navigator, 'storage', { value: { persist }, configurable: true });
    expect(persist).not.toHaveBeenCalled();
    await tab.enqueueAll([checkIn('1'), checkIn('2')]);
    await tab.enqueue(checkIn('3'));
    expect(persist).toHaveBeenCalledOnce();
  });

  it('refuses to keep anything for nobody', async () => {
    await tab.signOut();
    await expect(tab.enqueue(checkIn('1'))).rejects.toThrow();
  });
});

describe('a phone that dies', () => {
  it.each(['never arrives', 'answer lost', 'hangs after storing'] as const)(
    'before the item is settled (%s) sends it again, and the server has one row',
    async (trouble) => {
      phone.server.troubles = [trouble];
      await tab.enqueue(checkIn('1'));
      await vi.waitFor(() => expect(phone.server.seen).toHaveLength(1));
      tab = await killAndReopen(tab, phone);
      await tab.sendNow();
      expect(phone.server.rows.size).toBe(1);
      expect(phone.server.seen[1]?.body).toEqual(phone.server.seen[0]?.body);
      expect(await tab.kept()).toEqual([]);
    },
  );

  it('while the answer is being written down still has the item', async () => {
    const dying = tab;
    failing('items', 'delete', 'killed');
    await dying.enqueue(checkIn('1'));
    await expect(dying.send()).rejects.toThrow('killed');
    tab = await killAndReopen(dying, phone);
    expect(await tab.kept()).toHaveLength(1);
    await tab.sendNow();
    expect(phone.server.rows.size).toBe(1);
    expect(await tab.kept()).toEqual([]);
  });

  it('before the try is written down has sent nothing', async () => {
    const dying = tab;
    failing('items', 'put', 'killed');
    await dying.enqueue(checkIn('1'));
    await expect(dying.send()).rejects.toThrow('killed');
    expect(phone.server.seen).toEqual([]);
    tab = await killAndReopen(dying, phone);
    await tab.sendNow();
    expect(phone.server.rows.size).toBe(1);
  });
});

describe('order', () => {
  it('is kept in a lane, also when the first try of the first item fails', async () => {
    phone.server.troubles = [{ status: 500 }];
    await tab.enqueueAll([
      checkIn('1'),
      checkIn('1', { path: '/api/v1/visits/1/note' }),
      checkIn('2'),
    ]);
    await tab.send();
    expect(phone.server.sent).toEqual(['PUT /visits/1/check-in', 'PUT /visits/2/check-in']);
    await tab.sendNow();
    expect(phone.server.sent.slice(2)).toEqual(['PUT /visits/1/check-in', 'PUT /visits/1/note']);
  });

  it('lets a check-in wait for the client that was born offline, though its answer is lost', async () => {
    phone.server.troubles = ['answer lost'];
    await tab.enqueue(client('7'));
    await tab.enqueue(checkIn('1', { needs: ['client:7'] }));
    await tab.send();
    expect(phone.server.sent).toEqual(['PUT /clients/7']);
    await tab.sendNow();
    expect(phone.server.sent.slice(1)).toEqual(['PUT /clients/7', 'PUT /visits/1/check-in']);
    expect([...phone.server.rows.keys()]).toEqual(['/clients/7', '/visits/1/check-in']);
    expect(await tab.kept()).toEqual([]);
  });

  it('is held by a rejected item for its dependants, and for nobody else', async () => {
    phone.server.troubles = [{ status: 409, problem: { detail: 'Moved to Zhou Qihang.' } }];
    const needy = checkIn('1', { needs: ['client:7'] });
    await tab.enqueueAll([client('7'), needy, checkIn('1', { method: 'PATCH' }), checkIn('2')]);
    await tab.send();
    expect(phone.server.sent).toEqual(['PUT /clients/7', 'PUT /visits/2/check-in']);
    const [rejected, ...held] = await tab.kept();
    expect(rejected).toMatchObject({
      state: 'rejected',
      problem: { detail: 'Moved to Zhou Qihang.' },
    });
    const holders = tab.holders(await tab.kept());
    expect(held.map((item) => holders.get(item.id)?.lane)).toEqual(['client:7', 'client:7']);
  });

  it('is kept when the rejected item is corrected: it goes before what waits for it', async () => {
    phone.server.troubles = [{ status: 409 }];
    const needy = checkIn('1', { needs: ['client:7'] });
    const [id] = await tab.enqueueAll([client('7'), needy]);
    await tab.send();
    await tab.enqueue({ ...client('7'), body: { name: 'Nuanyu' }, edits: id ?? '' });
    await tab.send();
    expect(phone.server.sent.slice(1)).toEqual(['PUT /clients/7', 'PUT /visits/1/check-in']);
    expect(phone.server.rows.get('/clients/7')?.value).toEqual({ name: 'Nuanyu' });
  });

  it('knows what would go without its ground when an item is discarded', async () => {
    online(false);
    phone.server.reachable = false;
    const needy = checkIn('1', { needs: ['client:7'] });
    const [id] = await tab.enqueueAll([client('7'), needy, checkIn('1'), checkIn('2')]);
    expect(await tab.waitingFor(id ?? '')).toBe(2);
  });
});

describe('discarding', () => {
  it('takes the item away, and undo puts it back in its turn with its recording', async () => {
    phone.server.reachable = false;
    const media = { type: 'audio/mp4', bytes: new ArrayBuffer(8) };
    const [id] = await tab.enqueueAll([checkIn('1', { media }), checkIn('2')]);
    const before = await states();
    const undo = await tab.discard(id ?? '');
    expect(await states()).toEqual(['visit:2 waiting']);
    await undo();
    expect(await states()).toEqual(before);
    expect(await tab.db.media.count()).toBe(1);
  });

  it('happens by nobody but a person: weeks without a network lose nothing', async () => {
    phone.server.reachable = false;
    await tab.enqueue(checkIn('1'));
    await vi.advanceTimersByTimeAsync(30 * 24 * 3600_000);
    await tab.wipeUnused();
    await tab.wipeReads();
    expect(await tab.kept()).toHaveLength(1);
  });
});
