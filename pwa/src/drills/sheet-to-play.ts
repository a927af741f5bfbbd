/** The version of a client sheet that a round is played from, wherever it is at the moment. Pure. */
import { contentOf } from '../clients/sheet';
import type { SheetNew } from '../clients/wire';
import type { Item } from '../kit/outbox';
import type { SheetToPlay } from './round';
import type { SheetRead } from './wire';

/** What waits to be sent counts before what was read; null while nobody has written one. */
export function sheetToPlay(
  read: SheetRead | undefined,
  unsent: readonly Item[],
): SheetToPlay | null {
  const last = unsent.findLast(({ kind }) => kind === 'client-sheet');
  if (last) {
    const written = last.body as SheetNew;
    return { ...contentOf(written), id: written.id };
  }
  return read?.id ? { ...contentOf(read), id: read.id } : null;
}
