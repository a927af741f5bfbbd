import { uuid7 } from '../api/uuid7';
import { write } from './db';

const LEASE = 45_000;
const tab = uuid7();

/**
 * Runs the work when no other tab is sending, however long that takes. Where Web Locks do not exist
 * (insecure addresses) a lease in the database stands in, and the work is left to the tab that holds
 * it: returns the moment to look again, or null when the work was done.
 */
export async function takeTurn(work: (stillMine: () => Promise<void>) => Promise<void>) {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks) {
    await locks.request('alongside-outbox', () => work(() => Promise.resolve()));
    return null;
  }
  const until = await lease();
  if (until !== null) return until;
  try {
    await work(async () => {
      await lease();
    });
  } finally {
    await write(['leases'], (tx) => tx.objectStore('leases').delete('outbox'));
  }
  return null;
}

/** Null when the lease is this tab's, else until when another tab has it. */
function lease(): Promise<number | null> {
  return write(['leases'], async (tx) => {
    const leases = tx.objectStore('leases');
    const held = await leases.get('outbox');
    const now = Date.now();
    if (held && held.holder !== tab && held.until > now) return held.until;
    await leases.put({ name: 'outbox', holder: tab, until: now + LEASE });
    return null;
  });
}
