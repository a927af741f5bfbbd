/** What a rep writes about a client lies on the phone, in an order the server can take. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enqueue, items, sendNow, type Item } from '../kit/outbox';
import { refusal, signedIn, type Backend } from '../people/testing/backend';
import { addClient, changeClient, keepContact, saveSheet } from './actions';
import { blankClient } from './new-client';
import { emptySheet } from './sheet';
import type { ClientRead } from './wire';

let server: Backend;

beforeEach(async () => {
  server = await signedIn();
  server.reachable = false;
});

async function unsent(count: number): Promise<readonly Item[]> {
  await vi.waitFor(() => expect(items.value).toHaveLength(count));
  return items.value;
}

const nuanyu = {
  id: 'c1',
  name: '暖屿灯饰',
  grade: null,
  district: null,
  contacts: [],
  version: 4,
} as unknown as ClientRead;
const facts = {
  name: '暖屿灯饰',
  industry: null,
  district: '北仑',
  size: null,
  exports_now: 'unknown' as const,
  channels: null,
  grade: null,
  source: null,
};
const sheet = { ...emptySheet(), goal: 'a date with the partner' };

describe('a client born offline', () => {
  it('is kept with its contact, in the lane its check-ins will need', async () => {
    await addClient({ ...blankClient('c9'), name: '清禾' });
    const [item] = await unsent(1);
    expect(item).toMatchObject({
      kind: 'client',
      lane: 'client:c9',
      method: 'POST',
      path: '/api/v1/clients',
      body: { id: 'c9', name: '清禾' },
    });
  });

  it('is corrected in its place: there is one birth, not two', async () => {
    await addClient({ ...blankClient('c9'), name: '清和' });
    await unsent(1);
    await addClient({ ...blankClient('c9'), name: '清禾' });
    await vi.waitFor(() => expect(items.value[0]?.body).toMatchObject({ name: '清禾' }));
    expect(await unsent(1)).toMatchObject([{ method: 'POST' }]);
  });
});

describe('a change of the facts', () => {
  it('sends only what is different, against the version that was read', async () => {
    expect(await changeClient(nuanyu, { ...facts, district: '北仑' })).toBe(true);
    expect(await unsent(1)).toMatchObject([
      { kind: 'client-change', method: 'PATCH', ifMatch: '"4"', body: { district: '北仑' } },
    ]);
  });

  it('is not sent when nothing is different', async () => {
    const same = { ...nuanyu, ...facts };
    expect(await changeClient(same, facts)).toBe(false);
    expect(items.value).toEqual([]);
  });

  it('that was refused is mended in its place, and keeps its other fields', async () => {
    server.reachable = true;
    server.answers['PATCH /clients/c1'] = refusal(409, 'grade_unknown', 'No grade Z.');
    await changeClient(nuanyu, { ...facts, grade: 'Z' });
    await sendNow();
    await vi.waitFor(() => expect(items.value[0]?.state).toBe('rejected'));
    server.reachable = false;
    await changeClient({ ...nuanyu, ...facts, grade: 'Z' }, { ...facts, grade: 'B' });
    await vi.waitFor(() => expect(items.value[0]?.state).toBe('waiting'));
    expect(await unsent(1)).toMatchObject([{ body: { grade: 'B', district: '北仑' } }]);
  });
});

describe('a contact', () => {
  const contact = { id: 'k1', name: '吴建平', title: null, role: 'boss' as const };

  it('that is new is added, one that is known is changed', async () => {
    await keepContact(nuanyu, contact);
    await keepContact(
      { ...nuanyu, contacts: [{ ...contact, id: 'k2' }] },
      { ...contact, id: 'k2' },
    );
    expect(await unsent(2)).toMatchObject([
      { method: 'POST', path: '/api/v1/clients/c1/contacts' },
      { method: 'PATCH', path: '/api/v1/clients/c1/contacts/k2' },
    ]);
  });

  it('that has not been sent is corrected in its place', async () => {
    await keepContact(nuanyu, contact);
    await unsent(1);
    const shown = { ...nuanyu, contacts: [contact] };
    await keepContact(shown, { ...contact, name: '吴总' });
    await vi.waitFor(() => expect(items.value[0]?.body).toMatchObject({ name: '吴总' }));
    expect(await unsent(1)).toMatchObject([{ method: 'POST' }]);
  });
});

describe('a sheet', () => {
  it('waits for its client, and has versions of its own', async () => {
    const id = await saveSheet(nuanyu, sheet, 0);
    expect(await unsent(1)).toMatchObject([
      {
        kind: 'client-sheet',
        lane: 'client-sheet:c1',
        needs: ['client:c1'],
        method: 'PUT',
        ifMatch: '"0"',
        body: { id, goal: 'a date with the partner' },
      },
    ]);
  });

  it('written twice before it left is one version, under one id', async () => {
    const first = await saveSheet(nuanyu, sheet, 0);
    await unsent(1);
    const second = await saveSheet(nuanyu, { ...sheet, goal: 'a later one' }, 0);
    expect(second).toBe(first);
    await vi.waitFor(() => expect(items.value[0]?.body).toMatchObject({ goal: 'a later one' }));
    expect(await unsent(1)).toHaveLength(1);
  });

  it('that a round already names stays as it was played; the next is a version after it', async () => {
    const played = await saveSheet(nuanyu, sheet, 0);
    await enqueue({
      kind: 'round',
      lane: 'drill:d1',
      needs: ['client-sheet:c1'],
      method: 'POST',
      path: '/api/v1/drills/d1/rounds',
      body: { sheet_version_id: played },
    });
    await unsent(2);
    const next = await saveSheet(nuanyu, { ...sheet, goal: 'a later one' }, 0);
    const [first, , last] = await unsent(3);
    expect(next).not.toBe(played);
    expect(first?.body).toMatchObject({ id: played, goal: 'a date with the partner' });
    expect(last).toMatchObject({ follows: first?.id, body: { id: next } });
  });
});
