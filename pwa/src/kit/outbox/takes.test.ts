/** A recording lies on the phone slice by slice; saving makes it the media of an item, once. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewItem } from './item';
import { failing, freshPhone, killAndReopen, online, openTab, type Tab } from './testing/phone';
import { qihang, xiaoman } from './testing/server';

const phone = freshPhone();
const FORM = 'voice-note:visit:1';
let tab: Tab;

beforeEach(async () => {
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
  phone.server.reachable = false;
});

function bytes(words: string): ArrayBuffer {
  return new TextEncoder().encode(words).buffer;
}

async function speak(words: string[], by: Tab = tab, key = FORM): Promise<void> {
  for (const [n, said] of words.entries()) {
    const slice = { n, type: 'audio/webm', bytes: bytes(said), seconds: 3 * (n + 1), at: n };
    await by.keepSlice(key, slice);
  }
}

async function heard(by: Tab = tab): Promise<string | null> {
  const take = await by.takeOf(FORM);
  return take && new TextDecoder().decode(take.bytes);
}

function note(more: Partial<NewItem> = {}): NewItem {
  const path = '/api/v1/visits/1/voice-notes/9?seconds=6';
  return { kind: 'voice-note', lane: 'voice-note:1', method: 'PUT', path, take: FORM, ...more };
}

function checkIn(): NewItem {
  const path = '/api/v1/visits/1/check-in';
  return { kind: 'check-in', lane: 'visit:1', method: 'PUT', path, body: { said: 'too dear' } };
}

describe('what was spoken before the phone died', () => {
  it('is there again, in the order in which it was spoken', async () => {
    await speak(['one ', 'two ', 'three']);
    const reopened = await killAndReopen(tab, phone);
    expect(await heard(reopened)).toBe('one two three');
    expect(await reopened.takeOf(FORM)).toMatchObject({ type: 'audio/webm', seconds: 9, at: 2 });
  });

  it('is in order also beyond nine slices', async () => {
    await speak('a b c d e f g h i j k l'.split(' '));
    expect(await heard()).toBe('abcdefghijkl');
  });

  it('belongs to its writer and to its form', async () => {
    await speak(['one']);
    await speak(['another form'], tab, `${FORM}0`);
    expect(await heard()).toBe('one');
    phone.server.reachable = true;
    await tab.signOut();
    await tab.signIn(qihang.login, 'alongside');
    expect(await heard()).toBeNull();
  });
});

describe('saving', () => {
  it('makes one recording of the slices, in the transaction of the item', async () => {
    await speak(['one ', 'two']);
    const [, id] = await tab.enqueueAll([checkIn(), note({ needs: ['visit:1'] })]);
    const [media] = await tab.db.media.toArray();
    expect(media).toMatchObject({ item: id, type: 'audio/webm' });
    expect(new TextDecoder().decode(media?.bytes)).toBe('one two');
    expect(await tab.db.slices.count()).toBe(0);
  });

  it('that fails leaves the recording where it was, and no half of the form', async () => {
    await speak(['one']);
    failing('media', 'add', 'the phone is full');
    await expect(tab.enqueueAll([checkIn(), note()])).rejects.toThrow('the phone is full');
    expect(await tab.kept()).toEqual([]);
    expect(await heard()).toBe('one');
  });

  it('a recording that another tab has saved keeps nothing, so that it is not sent twice', async () => {
    await speak(['one']);
    const other = await openTab();
    await other.enqueue(note());
    await expect(tab.enqueue(note())).rejects.toMatchObject({ name: 'NothingRecorded' });
    expect(await tab.db.items.count()).toBe(1);
  });

  it('again, before it was sent, takes the place of the first with its sound', async () => {
    online(false);
    await speak(['first']);
    const id = await tab.enqueue(note());
    await speak(['better']);
    await tab.enqueue(note({ path: '/api/v1/visits/1/voice-notes/10', edits: id }));
    const [media, ...more] = await tab.db.media.toArray();
    expect(more).toEqual([]);
    expect(new TextDecoder().decode(media?.bytes)).toBe('better');
  });
});

describe('sending', () => {
  it('goes behind its check-in, as it is and under its own type', async () => {
    await speak(['one ', 'two']);
    await tab.enqueueAll([checkIn(), note({ needs: ['visit:1'] })]);
    phone.server.reachable = true;
    await tab.sendNow();
    expect(phone.server.sent).toEqual(['PUT /visits/1/check-in', 'PUT /visits/1/voice-notes/9']);
    expect(phone.server.seen[1]?.body).toBe('one two');
    expect(await tab.db.media.count()).toBe(0);
  });

  it('waits while the check-in is refused, and goes when that is settled', async () => {
    phone.server.reachable = true;
    phone.server.troubles = [{ status: 409, problem: { detail: 'Told elsewhere.' } }];
    await speak(['one']);
    const [told] = await tab.enqueueAll([checkIn(), note({ needs: ['visit:1'] })]);
    await tab.send();
    expect((await tab.kept()).map(({ state }) => state)).toEqual(['rejected', 'waiting']);
    await tab.sendAgain(told ?? '');
    expect(await tab.kept()).toEqual([]);
  });

  it('holds no correction of the check-in back when it is refused itself', async () => {
    phone.server.reachable = true;
    await tab.enqueue(checkIn());
    await tab.send();
    phone.server.troubles = [{ status: 415, problem: { detail: 'No voice.' } }];
    await speak(['one']);
    await tab.enqueue(note({ needs: ['visit:1'] }));
    await tab.send();
    await tab.enqueue({ ...checkIn(), method: 'PATCH', body: { said: 'no' }, ifMatch: 'last' });
    await tab.send();
    expect((await tab.kept()).map(({ kind }) => kind)).toEqual(['voice-note']);
  });

  it('whose answer is lost goes again with the same bytes, and is stored once', async () => {
    phone.server.reachable = true;
    phone.server.troubles = ['answer lost'];
    await speak(['one']);
    await tab.enqueue(note());
    await tab.send();
    expect(await tab.db.media.count()).toBe(1);
    await tab.sendNow();
    const bodies = phone.server.seen.map(({ body }) => body);
    expect(bodies).toEqual(['one', 'one']);
    expect(phone.server.rows.size).toBe(1);
    expect(await tab.kept()).toEqual([]);
  });
});

it('is thrown away by its writer alone, and comes back by undo', async () => {
  await speak(['one ', 'two']);
  const back = await tab.dropTake(FORM);
  expect(await heard()).toBeNull();
  await back();
  expect(await heard()).toBe('one two');
});
