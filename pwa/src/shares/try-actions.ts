/** What somebody does with an idea of others. Each is kept on the phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { discard, enqueue, onDelivered, items, type Label } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import { addresses, CASE_READS, TRY_READS } from './remote';
import { TRY, TRY_WORD, tryLane, type Idea, type Wish } from './tries';
import type { ClientRef, UseResult } from './wire';

export const PLAY = 'case-play';

/** A first wish, or another client for the one that stands. Returns the way back. */
export async function wishTry(
  idea: Idea,
  client: ClientRef | null,
  title: string,
  before: Wish | null = null,
): Promise<() => unknown> {
  const id = before?.id ?? uuid7();
  const item = await put(id, idea, client, title);
  return () => {
    const wish = items.peek().find((one) => one.id === item);
    if (wish && isUnsaid(wish)) return discard(wish.id);
    return before ? put(id, idea, before.client, title) : takeBack(id);
  };
}

/** Returns the way back: while it waits the wish is dropped, afterwards it is wished anew. */
export async function letGo(wish: Wish, idea: Idea, title: string): Promise<() => unknown> {
  const item = await takeBack(wish.id);
  return () => {
    const said = items.peek().find((one) => one.id === item);
    if (said && isUnsaid(said)) return discard(said.id);
    return put(uuid7(), idea, wish.client, title);
  };
}

/** After a check-in: how it went, or null for not at this visit. It goes after the check-in. */
export async function tellTry(
  id: string,
  visit: string,
  result: UseResult | null,
): Promise<string> {
  return enqueue({
    kind: TRY_WORD,
    lane: tryLane(id),
    needs: [`visit:${visit}`],
    method: 'PUT',
    path: addresses.tryWord(id),
    body: { visit_id: visit, result },
    beside: true,
  });
}

/** Tonight's deck has it once it has arrived. */
export async function playCase(id: string, client: ClientRef, title: string): Promise<void> {
  await enqueue({
    kind: PLAY,
    lane: `case-play:${id}`,
    needs: [`client:${client.id}`],
    method: 'PUT',
    path: addresses.scene(id),
    body: { client_id: client.id },
    label: { client: client.name, detail: title },
  });
}

function put(id: string, idea: Idea, client: ClientRef | null, title: string): Promise<string> {
  const label: Label = { detail: title, ...(client && { client: client.name }) };
  return enqueue({
    kind: TRY,
    lane: tryLane(id),
    ...(client && { needs: [`client:${client.id}`] }),
    method: 'PUT',
    path: addresses.try(id),
    body: { ...idea, client_id: client?.id ?? null, wished_at: new Date().toISOString() },
    label,
  });
}

function takeBack(id: string): Promise<string> {
  return enqueue({ kind: TRY, lane: tryLane(id), method: 'DELETE', path: addresses.try(id) });
}

const READS = [TRY_READS, 'today:'];
onDelivered(TRY, () => Promise.all(READS.map(refresh)));
onDelivered(TRY_WORD, () => Promise.all([...READS, CASE_READS].map(refresh)));
onDelivered(PLAY, () => refresh('deck:'));
