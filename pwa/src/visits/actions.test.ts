import { beforeEach, describe, expect, it, vi } from 'vitest';
import { uuid7 } from '../kit/api/uuid7';
import { discard, enqueue, items } from '../kit/outbox';
import { refusal, signedIn, type Backend } from '../people/testing/backend';
import {
  cancelVisit,
  checkIn,
  moveVisit,
  openUnsent,
  planVisit,
  type VisitAtHand,
} from './actions';
import { blankPlan, clientOf } from './plan';
import { formWith, toldOf, wu } from './testing/examples';
import type { CheckInNew } from './wire';

let server: Backend;

beforeEach(async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server = await signedIn();
  server.reachable = false;
  for (const { id } of items.value) await discard(id);
  await vi.waitFor(() => expect(items.value).toEqual([]));
});

function atHand(part: Partial<VisitAtHand> = {}): VisitAtHand {
  const client = { id: 'c1', name: '暖屿灯饰' };
  const visit = { id: uuid7(), client, purpose: 'follow_up' as const, version: 1, checkIn: null };
  return { ...visit, contact: wu, ...part };
}

async function kept(count: number) {
  await vi.waitFor(() => expect(items.value).toHaveLength(count));
  return items.value;
}

describe('a check-in', () => {
  it('lies on the phone, whole, when it says saved', async () => {
    const visit = atHand();
    await checkIn(visit, formWith({ outcome: 'stalled' }));
    const [item] = await kept(1);
    expect(item).toMatchObject({
      kind: 'check-in',
      lane: `visit:${visit.id}`,
      method: 'PUT',
      path: `/api/v1/visits/${visit.id}/check-in`,
      label: { client: '暖屿灯饰' },
    });
    expect(item?.body).toMatchObject({ client_id: 'c1', purpose: 'follow_up', outcome: 'stalled' });
  });

  it('saved again before it is sent replaces itself and keeps the hour of the visit', async () => {
    const visit = atHand();
    await checkIn(visit, formWith({ outcome: 'stalled' }));
    const [first] = await kept(1);
    await openUnsent(visit.id);
    await checkIn(visit, formWith({ outcome: 'lost' }));
    await vi.waitFor(() => expect(items.value[0]?.id).not.toBe(first?.id));
    const [second] = await kept(1);
    const [before, after] = [first?.body, second?.body] as CheckInNew[];
    expect(after?.outcome).toBe('lost');
    expect(after?.happened_at).toBe(before?.happened_at);
    expect(second?.method).toBe('PUT');
  });

  it('that is stored is changed by what is different, against the version it was read in', async () => {
    const visit = atHand({ version: 3, checkIn: toldOf() });
    await checkIn(visit, formWith({ ...unchanged(), outcome: 'stalled' }));
    const [item] = await kept(1);
    expect(item).toMatchObject({ method: 'PATCH', ifMatch: '"3"', body: { outcome: 'stalled' } });
  });

  it('told elsewhere already is sent as a change of what the server has', async () => {
    const visit = atHand();
    server.reachable = true;
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    const path = `/visits/${visit.id}`;
    server.answers[`PUT ${path}/check-in`] = refusal(409, 'born_differently', 'Told already.');
    await checkIn(visit, formWith({ outcome: 'stalled' }));
    await vi.waitFor(() => expect(items.value[0]?.state).toBe('rejected'));
    server.answers[`GET ${path}`] = { ...visit, version: 5, check_in: toldOf() };
    server.answers[`PATCH ${path}/check-in`] = { ...visit, version: 6, check_in: toldOf() };
    await openUnsent(visit.id);
    await checkIn(visit, formWith({ outcome: 'lost' }));
    await kept(0);
    const sent = server.asked.findLast(({ method }) => method === 'PATCH');
    expect(sent).toMatchObject({ path: `${path}/check-in`, ifMatch: '"5"' });
    expect(sent?.body).toMatchObject({ outcome: 'lost' });
  });

  it('that says nothing new is not sent', async () => {
    const visit = atHand({ version: 3, checkIn: toldOf() });
    expect(await checkIn(visit, formWith(unchanged()))).toBe(false);
    await kept(0);
  });

  it('waits for a client that was born on this phone', async () => {
    const form = { ...blankPlan('2026-03-27', null), newClient: '新海灯具' };
    const client = clientOf(form);
    if (!client) throw new Error('a name makes a client');
    await planVisit({ ...form, purpose: 'first' }, client);
    await kept(2);
    await checkIn(atHand({ client, contact: null }), formWith({ outcome: 'nobody_met' }));
    const told = (await kept(3)).find(({ kind }) => kind === 'check-in');
    expect(told?.needs).toEqual([`client:${client.id}`]);
  });

  it('does not wait for a sheet of its client', async () => {
    const path = '/api/v1/clients/c1/sheet';
    await enqueue({ kind: 'client-sheet', lane: 'client-sheet:c1', method: 'PUT', path });
    await kept(1);
    await checkIn(atHand(), formWith({ outcome: 'stalled' }));
    const told = (await kept(2)).find(({ kind }) => kind === 'check-in');
    expect(told?.needs).toEqual([]);
  });
});

describe('a plan', () => {
  it('at a new client is kept together with the client, the client first', async () => {
    const form = { ...blankPlan('2026-03-27', null), newClient: ' 新海灯具 ' };
    const client = clientOf(form);
    if (!client) throw new Error('a name makes a client');
    await planVisit({ ...form, purpose: 'first', amount: '198,000' }, client);
    const [born, visit] = await kept(2);
    expect(born?.body).toEqual({ id: client.id, name: '新海灯具', contacts: [] });
    expect(visit?.needs).toEqual([`client:${client.id}`]);
    expect(visit?.body).toMatchObject({
      id: form.id,
      client_id: client.id,
      amount: { amount_minor: 19_800_000, currency: 'CNY' },
    });
  });

  it('that came back is sent again in its own place', async () => {
    const client = { id: 'c1', name: '暖屿灯饰' };
    const form = { ...blankPlan('2026-03-27', client), purpose: 'first' as const };
    await planVisit(form, client);
    await kept(1);
    await planVisit({ ...form, day: '2026-03-30' }, client);
    await vi.waitFor(() => expect(items.value[0]?.body).toMatchObject({ day: '2026-03-30' }));
    const [item] = await kept(1);
    expect(item).toMatchObject({ method: 'POST', body: { id: form.id } });
  });

  it('moves and is called off with its reason', async () => {
    const visit = atHand();
    await moveVisit(visit, { toDay: '2026-03-30', time: '', reason: ' 他在展会 ' });
    await cancelVisit(atHand(), ' 他出差 ');
    const [move, cancelled] = await kept(2);
    expect(move?.body).toMatchObject({
      to_day: '2026-03-30',
      planned_time: null,
      reason: '他在展会',
    });
    expect(cancelled?.body).toEqual({ reason: '他出差' });
  });
});

function unchanged() {
  const objections = [{ id: 'o1', typeKey: 'noresult', words: '做过一年，一个单都没有。' }];
  return { outcome: 'continued' as const, objections };
}
