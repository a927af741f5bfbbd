/** What takes a "keep" line further. Kept on the phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { enqueue, onDelivered, type NewItem } from '../kit/outbox';
import { withoutNames } from './masked';
import type { Play } from './round';
import { drillLane, keys } from './keys';
import { addresses } from './remote';
import type { ClientRef, RoundNew } from './wire';

/** A line, and the round it was found in. */
export interface KeptLine {
  /** Without the names of the client and its people. */
  words: string;
  client: ClientRef;
  drillId: string;
  roundId: string;
}

/** It answers this kind of objection from now on; the playbook counts how it goes. */
export async function addToPlaybook(line: KeptLine, kind: string): Promise<void> {
  await enqueue(answerOf(line, kind));
}

export async function shareAsTip(line: KeptLine, kind: string | null): Promise<void> {
  await enqueue(tipOf(line, kind));
}

/** What was chosen at the verdict goes with the round, or not at all. */
export function keptWith(play: Play, round: RoundNew, drillId: string): NewItem[] {
  const { notes, client, bossName } = play;
  const { keep, keepFor, isTip } = notes;
  const words = withoutNames(keep.trim(), [client.name, bossName]);
  const line = { words, client, drillId, roundId: round.id };
  if (!line.words) return [];
  return [...(keepFor ? [answerOf(line, keepFor)] : []), ...(isTip ? [tipOf(line, keepFor)] : [])];
}

function answerOf(line: KeptLine, kind: string): NewItem {
  const id = uuid7();
  const body = { id, type_key: kind, text: line.words, origin: originOf(line) };
  return { ...born(line), kind: 'answer', lane: `answer:${id}`, path: addresses.answers, body };
}

function tipOf(line: KeptLine, kind: string | null): NewItem {
  const id = uuid7();
  const body = { id, kind: 'tip', words: line.words, type_key: kind, origin: originOf(line) };
  return { ...born(line), kind: 'tip', lane: `share:${id}`, path: addresses.shares, body };
}

/** It leads to a round, so the round goes first. */
function born({ client, drillId, words }: KeptLine) {
  return {
    method: 'POST' as const,
    needs: [drillLane(drillId)],
    label: { client: client.name, detail: words },
  };
}

function originOf({ roundId }: KeptLine) {
  return { kind: 'round', id: roundId };
}

onDelivered('answer', async () => {
  await Promise.all([refresh('playbook'), refresh(keys.kept)]);
});
onDelivered('tip', () => refresh(keys.kept));
