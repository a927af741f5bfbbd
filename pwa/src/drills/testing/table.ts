/** What tests of a round lay and clear away. */
import { vi } from 'vitest';
import { items, openDraft } from '../../kit/outbox';
import { signedIn, type Backend } from '../../people/testing/backend';
import type { DeckItem, RoundNew } from '../wire';
import { eveningAnswers } from './answers';
import { me, qihang } from './examples';

/** 小满's phone; 启航 sat beside her the last time. Another test's table is not found laid. */
export async function laid(cards: DeckItem[]): Promise<Backend> {
  const server = await signedIn();
  server.answers = eveningAnswers(cards);
  const last = { id: 'd0', day: '2026-01-05', people: [me, qihang], rounds: 1, state: 'wrapped' };
  server.answers['GET /drills'] = { items: [last], next_cursor: null };
  for (const key of ['evening', ...cards.map(({ id }) => `round:${id}`)]) await forget(key);
  return server;
}

export function roundsKept(): RoundNew[] {
  return items.value.filter(({ kind }) => kind === 'round').map(({ body }) => body as RoundNew);
}

async function forget(key: string): Promise<void> {
  const draft = openDraft(key, null);
  await vi.waitUntil(() => draft.ready.value);
  await draft.discard();
  draft.close();
}
