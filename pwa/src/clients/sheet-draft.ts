import { useState } from 'preact/hooks';
import { useDraft } from '../kit/outbox';
import { draftOf, sheetLane } from './lanes';
import { contentOf } from './sheet';
import type { SheetContent, SheetNew } from './wire';

interface Kept {
  content: SheetContent;
  /** The version it was written against. */
  base: number;
}

/**
 * The sheet that is being typed: kept on the phone with every keystroke, gone once it is saved by
 * `saveSheet`. `base` belongs to the draft: one of yesterday must not pass for a change of today's.
 */
export function useSheetDraft(clientId: string, first: SheetContent, base: number) {
  const key = draftOf('client-sheet', sheetLane(clientId));
  const draft = useDraft<Kept | SheetNew>(key, { content: first, base });
  const [turn, setTurn] = useState(0);
  const kept = keptIn(draft.value.value, base);
  return {
    sheet: kept.content,
    base: kept.base,
    restored: draft.restored.value,
    /** Counts the times it was begun again; forms that keep what was typed use it as their key. */
    turn,
    write: (content: SheetContent) => (draft.value.value = { content, base: kept.base }),
    startOver: () => {
      setTurn(turn + 1);
      return draft.discard();
    },
  };
}

/** Edit in the outbox may lay down the body as it was sent, without its version. */
function keptIn(value: Kept | SheetNew, base: number): Kept {
  return 'content' in value ? value : { content: contentOf(value), base };
}
