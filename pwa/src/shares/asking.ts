/** After a check-in, the one thing to ask about: a wish for this client, else a case that was opened for the visit. Pure. */
import type { Item } from '../kit/outbox';
import type { Opened } from './opened';
import { TRY_WORD, tryLane } from './tries';
import type { PersonRef } from './wire';

/** A visit of the day as far as it is asked about. */
export interface Told {
  id: string;
  client: { id: string; name: string };
  check_in: { outcome: string } | null;
  tries?: readonly {
    id: string;
    of: { case_id: string | null; title: string };
    author: PersonRef;
  }[];
}

export interface Question {
  visit: string;
  client: string;
  title: string;
  author: PersonRef;
  /** The wish; null asks about the case alone. */
  wish: string | null;
  case: string | null;
}

/** The first that waits; a visit where nobody was met asks nothing. */
export function questionOf(
  visits: readonly Told[],
  opened: readonly Opened[],
  words: readonly Item[],
): Question | null {
  for (const visit of visits) {
    if (visit.check_in && visit.check_in.outcome !== 'nobody_met') {
      const found = ofWish(visit, words) ?? ofOpened(visit, opened);
      if (found) return found;
    }
  }
  return null;
}

function ofWish({ id, client, tries }: Told, words: readonly Item[]): Question | null {
  const isTold = (wish: string) =>
    words.some(({ kind, lane }) => kind === TRY_WORD && lane === tryLane(wish));
  const one = (tries ?? []).find((wish) => !isTold(wish.id));
  if (!one) return null;
  const { title, case_id } = one.of;
  return { visit: id, client: client.name, title, author: one.author, wish: one.id, case: case_id };
}

function ofOpened({ id, client }: Told, opened: readonly Opened[]): Question | null {
  const one = opened.find(({ visit, asked }) => visit === id && !asked);
  if (!one) return null;
  return {
    visit: id,
    client: client.name,
    title: one.title,
    author: one.author,
    wish: null,
    case: one.id,
  };
}
