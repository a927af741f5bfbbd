/** What I did today and what it gave back, with what lies unsent on this phone. Pure. */
import { dayOf } from '../kit/i18n/format';
import type { Item } from '../kit/outbox';
import type { CheckInNew } from '../visits/wire';
import type { DeckItem, MyEvening, RoundNew } from './wire';

export interface CameBack {
  id: string;
  kind: 'card' | 'held';
  /** The visit it came from. */
  visit: string;
  client: string;
  type_key: string | null;
  words: string | null;
}

export interface MyDayNow {
  visits: number;
  sentences: number;
  rounds: number;
  back: readonly CameBack[];
}

interface AtHand {
  read: MyEvening | undefined;
  unsent: readonly Item[];
  cards: readonly DeckItem[];
  me: string;
  today: string;
}

/** Null where neither the server nor this phone knows of anything. */
export function myDayAtHand({ read, unsent, cards, me, today }: AtHand): MyDayNow | null {
  const told = unsent
    .filter(({ kind, method }) => kind === 'check-in' && method === 'PUT')
    .map(({ body }) => body as CheckInNew)
    .filter(({ happened_at }) => dayOf(happened_at) === today);
  const fired = unsent.filter((item) => isRoundOf(item, me));
  if (!read && told.length === 0 && fired.length === 0) return null;
  return {
    visits: (read?.visits ?? 0) + told.length,
    sentences: told.reduce((n, { objections }) => n + objections.length, read?.heard ?? 0),
    rounds: (read?.rounds_this_week ?? 0) + fired.length,
    back: [...heldIn(read), ...cardsOfToday(cards)],
  };
}

function heldIn(read: MyEvening | undefined): CameBack[] {
  return (read?.came_back ?? [])
    .filter(({ kind }) => kind === 'held')
    .map(({ kind, origin, client, type_key, words }, at) => ({
      ...{ id: `${origin.id} ${at}`, kind, visit: origin.id, client: client.name },
      ...{ type_key, words },
    }));
}

/** As the deck lies here, so that a sentence noted in a cellar is among them. */
function cardsOfToday(cards: readonly DeckItem[]): CameBack[] {
  return cards.flatMap(({ client, reasons }) =>
    reasons
      .filter(({ kind }) => kind === 'heard_today')
      .map(({ id, origin, type_key, words }) => ({
        ...{ id, kind: 'card' as const, visit: origin.id, client: client.name },
        ...{ type_key, words },
      })),
  );
}

function isRoundOf({ kind, method, body }: Item, me: string): boolean {
  if (kind !== 'round' || method !== 'POST') return false;
  const { rep_id, boss_id } = body as RoundNew;
  return rep_id === me || boss_id === me;
}
