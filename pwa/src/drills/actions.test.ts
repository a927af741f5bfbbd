/** What an evening leaves in the outbox. */
import { beforeEach, expect, it, vi } from 'vitest';
import { enqueue, items, openDraft, sendNow, type Item } from '../kit/outbox';
import { signedIn, type Backend } from '../people/testing/backend';
import { putRight, wrapUp } from './actions';
import { draftOfRound } from './round';
import { saveRound } from './save-round';
import { judged, me } from './testing/examples';
import type { Tonight } from './tonight';
import type { DrillNew, RoundNew } from './wire';

let server: Backend;
let kept: Tonight[];
const nobody: Tonight = { partners: [], drill: null, open: 'v1' };

beforeEach(async () => {
  server = await signedIn();
  server.reachable = false;
  kept = [];
});

const remember = (tonight: Tonight) => {
  kept.push(tonight);
  return Promise.resolve();
};

async function unsent(count: number): Promise<readonly Item[]> {
  await vi.waitFor(() => expect(items.value).toHaveLength(count));
  return items.value;
}

it('starts the drill with the first round and with no other', async () => {
  const after = await saveRound(judged(), nobody, remember);
  await saveRound(judged(), after, remember);
  const all = await unsent(3);
  expect(all.map(({ kind, method }) => `${method} ${kind}`)).toEqual([
    'POST drill',
    'POST round',
    'POST round',
  ]);
  expect(new Set(all.map(({ lane }) => lane)).size).toBe(1);
  expect(after).toMatchObject({ open: null, drill: { rounds: 1, told: true } });
});

it('tells the drill again in the same words when the phone died before it was noted', async () => {
  await saveRound(judged(), nobody, remember);
  const [before = nobody] = kept;
  await saveRound(judged(), before, remember);
  const [first, , second] = (await unsent(4)).map(({ body }) => body as DrillNew);
  expect(second).toEqual(first);
});

it('waits for a client, a sheet and a visit that were born on this phone', async () => {
  await enqueue({ kind: 'move', lane: 'visit:v0', method: 'PUT', path: '/x', body: { id: 'v1' } });
  await saveRound(judged(), nobody, remember);
  const round = (await unsent(3)).find(({ kind }) => kind === 'round');
  expect(round?.needs).toEqual(['client:c1', 'client-sheet:c1', 'visit:v1', 'visit:v0']);
});

it('takes the draft of the round with it', async () => {
  const draft = openDraft(draftOfRound('v1'), { stage: '' });
  draft.value.value = { stage: 'verdict' };
  await draft.keep();
  expect(await isKept()).toBe(true);
  await saveRound(judged(), nobody, remember);
  draft.close();
  expect(await isKept()).toBe(false);
});

/** What somebody who opens the round anew would find. */
async function isKept(): Promise<boolean> {
  const draft = openDraft(draftOfRound('v1'), { stage: '' });
  await vi.waitUntil(() => draft.ready.value);
  draft.close();
  return draft.restored.value;
}

it('keeps what the rep wanted to change for the next round', async () => {
  const after = await saveRound(judged(), nobody, remember);
  expect(after.drill?.changes).toEqual({ [me.id]: 'ask first' });
});

it('arrives in order: the drill, its round, the end of the evening', async () => {
  const after = await saveRound(judged(), nobody, remember);
  const drill = after.drill?.born.id ?? '';
  await wrapUp(drill);
  await unsent(3);
  server.reachable = true;
  server.answers = {
    'POST /drills': {},
    [`POST /drills/${drill}/rounds`]: {},
    [`PUT /drills/${drill}/wrap`]: {},
  };
  await sendNow();
  await vi.waitFor(() => expect(items.value).toHaveLength(0));
  const written = server.asked.filter(
    ({ path, body }) => path.includes(drill) || (body as Partial<DrillNew> | null)?.id === drill,
  );
  expect(written.map(({ path }) => path)).toEqual([
    '/drills',
    `/drills/${drill}/rounds`,
    `/drills/${drill}/wrap`,
  ]);
  expect((written[1]?.body as RoundNew).verdict).toBe('would_meet_again');
});

it('puts own words right against the version that was read', async () => {
  const round = { id: 'r1', drillId: 'd1', client: { id: 'c1', name: '暖屿灯饰' }, version: 3 };
  await putRight(round, { rep_words: 'calm' });
  const [item] = await unsent(1);
  expect(item).toMatchObject({
    method: 'PATCH',
    path: '/api/v1/drills/d1/rounds/r1',
    needs: ['drill:d1'],
    ifMatch: '"3"',
    body: { rep_words: 'calm' },
  });
});
