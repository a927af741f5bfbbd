/** Letting a share be, with what was said to its parts and lies on the phone until it is sent. */
import { discard, dropTake, enqueue, pending } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import { PARTS_OF } from './parts';
import { addresses } from './remote';
import { ofShare, SOUND } from './share-actions';
import { tipLane } from './tips';
import type { PartKey, ShareDetail } from './wire';

/** A lane of its own: a slow or refused sound holds no word back. */
export function soundLane(share: string, key: PartKey): string {
  return `${SOUND}:${share}:${key}`;
}

/** Where the recording of the form lies until it is saved. */
export function takeOfPart(share: string, key: PartKey): string {
  return `${SOUND}:${tipLane(share)}:${key}`;
}

/**
 * What was begun goes without a trace; what was told is withdrawn. What was said to it and is on this phone alone
 * goes with it.
 */
export async function letBe({ id, kind }: Pick<ShareDetail, 'id' | 'kind'>): Promise<void> {
  for (const key of PARTS_OF[kind]) {
    await dropTake(takeOfPart(id, key));
    for (const item of pending(soundLane(id, key)).filter(isUnsaid)) await discard(item.id);
  }
  await enqueue({ ...ofShare(id, kind), method: 'DELETE', path: addresses.share(id) });
}
