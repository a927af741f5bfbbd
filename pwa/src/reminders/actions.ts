/** What somebody does with reminders. Each is kept on the phone first and sent by the outbox. */
import { refresh } from '../kit/cache';
import { enqueue, onDelivered, pendingOf } from '../kit/outbox';
import { addresses, REMINDERS, SETTINGS } from './remote';
import type { Kind, Reminder } from './wire';

const SEEN = 'reminder-seen';
const ALL_SEEN = 'reminders-seen';
const CHOICE = 'reminder-settings';

export async function see(id: string): Promise<void> {
  await enqueue({ kind: SEEN, lane: `reminder:${id}`, method: 'PUT', path: addresses.seen(id) });
}

/** Up to the newest that is shown: what comes meanwhile stays unseen. */
export async function seeAll(until: string): Promise<void> {
  const path = addresses.allSeen;
  await enqueue({ kind: ALL_SEEN, lane: ALL_SEEN, method: 'PUT', path, body: { until } });
}

export async function choose(off: readonly Kind[]): Promise<void> {
  const path = addresses.settings;
  await enqueue({ kind: CHOICE, lane: CHOICE, method: 'PUT', path, body: { off } });
}

/** Not seen on the server, and not on this phone either. Reactive. */
export function isUnseen({ id, seen_at, due_at }: Reminder): boolean {
  if (seen_at !== null) return false;
  const one = pendingOf(SEEN).some((item) => item.lane === `reminder:${id}`);
  const all = pendingOf(ALL_SEEN).some(({ body }) => due_at <= (body as { until: string }).until);
  return !one && !all;
}

/** As chosen last on this phone, else as the server has it. Reactive. */
export function offAtHand(stored: readonly Kind[]): readonly Kind[] {
  const last = pendingOf(CHOICE).at(-1);
  return last ? (last.body as { off: Kind[] }).off : stored;
}

onDelivered(SEEN, () => refresh(REMINDERS));
onDelivered(ALL_SEEN, () => refresh(REMINDERS));
onDelivered(CHOICE, () => refresh(SETTINGS));
