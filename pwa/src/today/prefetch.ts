/** Reads ahead what the day needs, so that every screen opens without a network afterwards. */
import { readSheetsAhead } from '../clients/read-sheets';
import { clientsRead } from '../clients/remote';
import { readEveningAhead } from '../drills/remote';
import { owner } from '../kit/api/session';
import { online } from '../kit/api/network';
import { dayOf } from '../kit/i18n/format';
import { calendar } from '../visits/remote';
import { dayRead } from './remote';

const AGAIN_AFTER = 15 * 60_000;

let last: { reader: string; at: number } | null = null;

// Signed out or in: what was read before is gone.
owner.subscribe(() => {
  last = null;
});

/** At sign-in and then at most every quarter of an hour; silent, as nobody waits for it. */
export async function prefetch(tomorrow: string | undefined): Promise<void> {
  const reader = owner.peek();
  if (!reader || !online.peek() || isFresh(reader)) return;
  last = { reader, at: Date.now() };
  // What says that there is no network cannot be fetched without one.
  void import('../people/NotRead').catch(() => undefined);
  const clients = clientsRead();
  const reads = [clients, calendar(), ...(tomorrow ? [dayRead(tomorrow)] : [])];
  await Promise.all(reads.map((resource) => resource.reload()));
  const today = dayRead(dayOf()).value?.visits ?? [];
  await readEveningAhead(today.map(({ client }) => client.id));
  await readSheetsAhead(clients.value?.items ?? []);
}

function isFresh(reader: string): boolean {
  return last?.reader === reader && Date.now() - last.at < AGAIN_AFTER;
}
