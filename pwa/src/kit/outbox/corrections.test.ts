/** Correcting what is not yet known to have arrived, and two people at one record. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewItem } from './item';
import { online, openTab, freshPhone, type Tab } from './testing/phone';
import { xiaoman } from './testing/server';

const phone = freshPhone();
const path = '/api/v1/visits/1/check-in';
const stored = '/visits/1/check-in';
let tab: Tab;

beforeEach(async () => {
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
});

/** What the form saves: the whole record, and the same as a change if it was stored already. */
function checkIn(said: string, more: Partial<NewItem> = {}): NewItem {
  const body = { outcome: 'advanced', said };
  const change = { method: 'PATCH' as const, path, body: { said } };
  return { kind: 'check-in', lane: 'visit:1', method: 'PUT', path, body, change, ...more };
}

function patch(body: Record<string, unknown>): NewItem {
  return { kind: 'check-in', lane: 'visit:1', method: 'PATCH', path, body, ifMatch: 'last' };
}

function beside(told: string, more: Partial<NewItem> = {}): NewItem {
  const there = { lane: 'visit:1', path: '/api/v1/drills/reality-checks/1', beside: true };
  return { kind: 'reality-check', method: 'PUT', body: { told }, ...there, ...more };
}

function methods(): string[] {
  return phone.server.seen.map(({ method }) => method);
}

describe('an edit', () => {
  it('of an item never tried replaces it in place: one request in the end', async () => {
    online(false);
    phone.server.reachable = false;
    const id = await tab.enqueue(checkIn('too dear'));
    await tab.send();
    await tab.enqueue(checkIn('too slow', { edits: id }));
    expect(await tab.kept()).toHaveLength(1);
    online(true);
    phone.server.reachable = true;
    await tab.sendNow();
    expect(methods()).toEqual(['PUT']);
    expect(phone.server.rows.get(stored)?.value).toMatchObject({ said: 'too slow' });
  });

  it('in place keeps what was written after it behind it', async () => {
    online(false);
    phone.server.reachable = false;
    const id = await tab.enqueue(checkIn('too dear'));
    await tab.enqueue(patch({ outcome: 'stalled' }));
    await tab.enqueue(checkIn('too slow', { edits: id }));
    online(true);
    phone.server.reachable = true;
    await tab.sendNow();
    expect(phone.server.seen.map(({ ifMatch }) => ifMatch)).toEqual([null, '"1"']);
  });

  it('of a birth that was refused, made to a change, keeps the version its form was opened with', async () => {
    phone.server.troubles = [{ status: 409, problem: { detail: 'Told on another phone.' } }];
    const id = await tab.enqueue(checkIn('too dear'));
    await tab.send();
    await tab.enqueue({ ...patch({ said: 'too slow' }), ifMatch: '"4"', edits: id });
    await tab.send();
    expect(phone.server.seen.map(({ ifMatch }) => ifMatch)).toEqual([null, '"4"']);
  });

  it('in place keeps its turn among the items of other records', async () => {
    online(false);
    phone.server.reachable = false;
    const id = await tab.enqueue(checkIn('too dear'));
    await tab.enqueue(checkIn('', { lane: 'visit:2', path: '/api/v1/visits/2/check-in' }));
    await tab.enqueue(checkIn('too slow', { edits: id }));
    online(true);
    phone.server.reachable = true;
    await tab.sendNow();
    expect(phone.server.sent).toEqual(['PUT /visits/1/check-in', 'PUT /visits/2/check-in']);
  });

  it('takes no version from what was told beside the record', async () => {
    online(false);
    phone.server.reachable = false;
    await tab.enqueue(checkIn('too dear'));
    await tab.enqueue(beside('it came'));
    await tab.enqueue(patch({ said: 'too slow' }));
    await tab.enqueue(patch({ outcome: 'stalled' }));
    online(true);
    phone.server.reachable = true;
    await tab.sendNow();
    expect(phone.server.seen.map(({ ifMatch }) => ifMatch)).toEqual([null, null, '"1"', '"2"']);
    expect(await tab.kept()).toEqual([]);
  });

  it('of what was told beside the record goes after what the record says by then', async () => {
    online(false);
    phone.server.reachable = false;
    await tab.enqueue(checkIn('too dear'));
    const id = await tab.enqueue(beside('it came'));
    await tab.enqueueAll([patch({ said: 'too slow' }), beside('it did not', { edits: id })]);
    online(true);
    phone.server.reachable = true;
    await tab.sendNow();
    expect(phone.server.seen.map(({ body }) => body)).toMatchObject([
      { said: 'too dear' },
      { said: 'too slow' },
      { told: 'it did not' },
    ]);
  });

  it('that comes while the sign-in is renewed is what is sent', async () => {
    let renew: () => void = () => undefined;
    phone.server.renewalHeld = new Promise((resolve) => (renew = resolve));
    online(false);
    const id = await tab.enqueue(checkIn('too dear'));
    await expect.poll(() => tab.db.items.count()).toBe(1);
    await tab.enqueue(checkIn('too slow', { edits: id }));
    renew();
    await tab.send();
    expect(phone.server.seen.map(({ body }) => body)).toMatchObject([{ said: 'too slow' }]);
  });

  it('of an item once tried is a change behind it, with the version of its answer', async () => {
    phone.server.troubles = ['answer lost'];
    const id = await tab.enqueue(checkIn('too dear'));
    await tab.send();
    const [tried] = await tab.kept();
    await tab.enqueue(checkIn('too slow', { edits: id }));
    expect((await tab.kept())[0]).toEqual(tried);
    await tab.sendNow();
    expect(methods()).toEqual(['PUT', 'PUT', 'PATCH']);
    expect(phone.server.seen[1]?.body).toEqual(phone.server.seen[0]?.body);
    expect(phone.server.seen[2]?.ifMatch).toBe('"1"');
    expect(phone.server.rows.get(stored)).toMatchObject({
      version: 2,
      value: { said: 'too slow' },
    });
  });

  it('of an item that arrived meanwhile is a change as well', async () => {
    const id = await tab.enqueue(checkIn('too dear'));
    await tab.send();
    await tab.enqueue(checkIn('too slow', { edits: id }));
    await tab.send();
    expect(phone.server.seen[1]).toMatchObject({ method: 'PATCH', ifMatch: '"1"' });
  });

  it('while the item is on its way does not change what is sent', async () => {
    phone.server.troubles = ['answer lost'];
    const id = await tab.enqueue(checkIn('too dear'));
    const sending = tab.send();
    await tab.enqueue(checkIn('too slow', { edits: id }));
    await sending;
    await tab.sendNow();
    expect(phone.server.rows.get(stored)?.value).toMatchObject({ said: 'too slow' });
    expect(await tab.kept()).toEqual([]);
  });

  it('opened in the outbox puts the form back as it was, and saving corrects the item', async () => {
    phone.server.troubles = [{ status: 422 }];
    const form = tab.openDraft('check-in:1', { said: '', open: ['outcome'] });
    form.value.value = { said: 'too dear', open: ['objections'] };
    await tab.enqueue(checkIn('too dear', { draft: 'check-in:1' }));
    form.close();
    await tab.send();
    const [rejected] = await tab.kept();
    if (!rejected) throw new Error('nothing was kept');
    await tab.openForEdit(rejected);
    const again = tab.openDraft('check-in:1', { said: '', open: ['outcome'] });
    await expect.poll(() => again.restored.value).toBe(true);
    expect(again.value.value).toEqual({ said: 'too dear', open: ['objections'] });
    await tab.enqueue(checkIn('too slow', { draft: 'check-in:1' }));
    await tab.send();
    expect(await tab.kept()).toEqual([]);
    expect(phone.server.rows.get(stored)?.value).toMatchObject({ said: 'too slow' });
    const next = checkIn('', { path: '/api/v1/visits/2/check-in', draft: 'check-in:1' });
    await tab.enqueue(next);
    await tab.send();
    expect(phone.server.sent.at(-1)).toBe('PUT /visits/2/check-in');
    again.close();
  });
});

describe('changes in one lane', () => {
  it('each build on the answer to the one before', async () => {
    await tab.enqueue(checkIn('too dear'));
    await tab.enqueue(patch({ said: 'too slow' }));
    await tab.enqueue(patch({ outcome: 'stalled' }));
    await tab.send();
    expect(phone.server.seen.map(({ ifMatch }) => ifMatch)).toEqual([null, '"1"', '"2"']);
  });

  it('build on the version the form was opened with, not on one read later', async () => {
    online(false);
    phone.server.reachable = false;
    await tab.noteVersion('visit:1', '"3"');
    await tab.enqueue(patch({ said: 'too slow' }));
    await tab.noteVersion('visit:1', '"4"');
    expect(await tab.kept()).toMatchObject([{ ifMatch: '"3"' }]);
  });

  it('skip a discarded one', async () => {
    online(false);
    phone.server.reachable = false;
    await tab.noteVersion('visit:1', '"3"');
    const id = await tab.enqueue(patch({ said: 'a' }));
    await tab.enqueue(patch({ said: 'b' }));
    const undo = await tab.discard(id);
    expect(await tab.kept()).toMatchObject([{ follows: null, ifMatch: '"3"' }]);
    await undo();
    expect((await tab.kept())[1]).toMatchObject({ follows: id, ifMatch: null });
  });
});

describe('somebody else changed the record', () => {
  beforeEach(async () => {
    await tab.enqueue(checkIn('too dear'));
    await tab.send();
    const row = phone.server.rows.get(stored);
    phone.server.rows.set(stored, {
      born: row?.born ?? '',
      version: 2,
      value: { outcome: 'stalled', said: 'not now' },
    });
    phone.server.seen = [];
  });

  it('the item shows both and waits for its writer, and so does what follows', async () => {
    await tab.enqueue(patch({ said: 'too slow' }));
    await tab.enqueue(patch({ outcome: 'lost' }));
    await tab.send();
    expect(await tab.kept()).toMatchObject([
      { state: 'conflict', theirs: { etag: '"2"', row: { said: 'not now' } } },
      { state: 'waiting', tries: 0 },
    ]);
  });

  it('the fields chosen as mine are sent again, the others stay as they are there', async () => {
    const id = await tab.enqueue(patch({ said: 'too slow', outcome: 'lost' }));
    await tab.enqueue(patch({ next_step: 'call' }));
    await tab.send();
    await tab.resolve(id, ['said']);
    expect(phone.server.seen.slice(1)).toMatchObject([
      { body: { said: 'too slow' }, ifMatch: '"2"' },
      { body: { next_step: 'call' }, ifMatch: '"3"' },
    ]);
    expect(phone.server.rows.get(stored)?.value).toMatchObject({ outcome: 'stalled' });
  });

  it('a record that stands inside a larger one is compared with its own part of the answer', async () => {
    const answers = (check_in: unknown) => ({
      status: 412,
      problem: { current: { said: 'of the visit', check_in, version: 7 } },
    });
    phone.server.troubles = [answers({ said: 'not now' })];
    await tab.enqueue({ ...patch({ said: 'too slow' }), within: ['check_in'] });
    await tab.send();
    expect(await tab.kept()).toMatchObject([
      { state: 'conflict', theirs: { etag: '"7"', row: { said: 'not now' } } },
    ]);
  });

  it('a member of a list is found by its id, and what it says already has arrived', async () => {
    const contacts = [
      { id: 'c1', said: 'no' },
      { id: 'c2', said: 'yes' },
    ];
    phone.server.troubles = [{ status: 412, problem: { current: { contacts, version: 7 } } }];
    await tab.enqueue({ ...patch({ said: 'yes' }), within: ['contacts', 'c2'] });
    await tab.send();
    expect(await tab.kept()).toEqual([]);
  });

  it('a record that is sent whole takes the fields not chosen from theirs, and keeps its id', async () => {
    phone.server.troubles = [
      {
        status: 412,
        problem: { current: { id: 'old', said: 'not now', goal: 'sign', version: 2 } },
      },
    ];
    const body = { id: 'new', said: 'too slow', goal: 'meet', price: 1 };
    const id = await tab.enqueue(checkIn('', { path: '/api/v1/sheet', body, ifMatch: '"1"' }));
    await tab.send();
    await tab.resolve(id, ['said', 'price']);
    expect(phone.server.seen.at(-1)).toMatchObject({
      body: { id: 'new', said: 'too slow', goal: 'sign', price: 1 },
      ifMatch: '"2"',
    });
  });

  it('taking all of theirs lets go of the item, and what follows builds on theirs', async () => {
    const id = await tab.enqueue(patch({ said: 'too slow' }));
    await tab.enqueue(patch({ next_step: 'call' }));
    await tab.send();
    await tab.resolve(id, []);
    expect(phone.server.seen.slice(1)).toMatchObject([
      { body: { next_step: 'call' }, ifMatch: '"2"' },
    ]);
  });

  it('is not mistaken for our own change whose answer was lost', async () => {
    await tab.noteVersion('visit:1', '"2"');
    phone.server.troubles = ['answer lost'];
    await tab.enqueue(patch({ said: 'too slow' }));
    await tab.send();
    await tab.sendNow();
    expect(phone.server.seen).toHaveLength(2);
    expect(await tab.kept()).toEqual([]);
    expect(phone.server.rows.get(stored)?.version).toBe(3);
  });
});
