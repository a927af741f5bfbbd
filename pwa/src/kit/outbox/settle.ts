import { dayOf } from '../i18n/format';
import type { Answer } from './answer';
import { write, type Writing } from './db';
import type { Item } from './item';
import { changeFollowers, changeItem, removeItem } from './items';

/** Writes down what an answer means, in one transaction; until then the item is as it was. */
export function settle(item: Item, answer: Answer, notBefore: number): Promise<void> {
  return write(['items', 'media', 'versions', 'tallies'], async (tx) => {
    if (answer.was === 'delivered') {
      await removeItem(tx, item.id);
      if (!item.beside) await handOn(tx, item, answer.etag ?? versionOf(answer.row));
      await countOne(tx, item.owner);
    } else {
      await changeItem(tx, item.id, after(answer, notBefore));
    }
  });
}

/** The item is gone; what was written after it in the lane now builds on this version. */
async function handOn(tx: Writing, item: Item, etag: string | null): Promise<void> {
  const { owner, lane } = item;
  if (etag) await tx.objectStore('versions').put({ owner, lane, etag });
  await changeFollowers(tx, item, { ifMatch: etag, follows: null });
}

function after(answer: Exclude<Answer, { was: 'delivered' }>, notBefore: number): Partial<Item> {
  switch (answer.was) {
    case 'rejected':
      return { state: 'rejected', status: answer.status, problem: answer.problem };
    case 'conflict':
      return { state: 'conflict', status: 412, problem: answer.problem, theirs: answer.theirs };
    case 'later':
      return { status: answer.status, notBefore };
    case 'refused':
      return { status: 401 };
  }
}

function versionOf(row: unknown): string | null {
  const version = (row as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? `"${version}"` : null;
}

async function countOne(tx: Writing, owner: string): Promise<void> {
  const day = dayOf();
  const tallies = tx.objectStore('tallies');
  const before = await tallies.get([owner, day]);
  for (const key of await tallies.index('owner').getAllKeys(owner)) await tallies.delete(key);
  await tallies.put({ owner, day, count: (before?.count ?? 0) + 1 });
}
