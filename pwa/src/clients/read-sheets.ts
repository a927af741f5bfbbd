/** The sheets of my own clients, read ahead: whom I plan to see where there is no network can be prepared there. */
import { takeDown } from '../kit/cache/shelf';
import { owner as ownerNow } from '../kit/api/session';
import { sheetLane } from './lanes';
import { isMine } from './owner';
import { sheetRead } from './remote';
import type { ClientCard, SheetRead } from './wire';

/** More than a rep looks after; whoever has more reads the rest when they are opened. */
const MOST = 40;
const AT_ONCE = 2;
const FRESH_FOR = 24 * 3600_000;

/** Quietly, a few at a time, and only what this phone does not have or what has changed since. */
export async function readSheetsAhead(cards: readonly ClientCard[]): Promise<void> {
  const mine = cards.filter(({ owner }) => isMine(owner)).slice(0, MOST);
  const readNext = async (): Promise<void> => {
    for (let card = mine.shift(); card; card = mine.shift()) {
      if (!(await isHere(card))) await sheetRead(card.id).reload();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
}

async function isHere({ id, answers_ready }: ClientCard): Promise<boolean> {
  const kept = await takeDown(ownerNow.peek() ?? '', sheetLane(id));
  if (!kept || Date.now() - kept.at > FRESH_FOR) return false;
  return (kept.value as SheetRead).answers_ready === answers_ready;
}
