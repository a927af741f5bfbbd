/** A camp as it stands on this phone: what was read, with what lies unsent over it. Pure. */
import type { Item } from '../kit/outbox';
import type { Camp, CampDay, CampDayNew, ShowNew } from './wire';

export const CAMP_KINDS = {
  day: 'camp-day',
  show: 'camp-show',
  holding: 'camp-show-held',
  handshake: 'camp-handshake',
} as const;

export function campLane(id: string): string {
  return `camp:${id}`;
}

/** `unsent` are the outbox items of the lane, in order; one that came back is not laid over. */
export function campAtHand(read: Camp, unsent: readonly Item[]): Camp {
  return unsent.filter(({ state }) => state === 'waiting').reduce(laidOver, read);
}

/** Today's day, else the first that still waits: a missed one before one that comes. */
export function nextDay(days: readonly CampDay[], today: string): CampDay | undefined {
  const open = days.filter(({ state }) => state === 'open');
  return open.find(({ day }) => day === today) ?? open[0];
}

function laidOver(camp: Camp, item: Item): Camp {
  const at = new Date(item.savedAt).toISOString();
  switch (item.kind) {
    case CAMP_KINDS.day:
      return { ...camp, days: camp.days.map((day) => handedIn(day, item)) };
    case CAMP_KINDS.show: {
      const { day, about } = item.body as ShowNew;
      return { ...camp, show: { day, about, held_at: null, held_by: null } };
    }
    case CAMP_KINDS.holding:
      return { ...camp, show: camp.show && { ...camp.show, held_at: at } };
    default:
      return shaken(camp, at);
  }
}

function handedIn(day: CampDay, { path, body }: Item): CampDay {
  if (!path.endsWith(`/${day.dimension}`)) return day;
  const { words = null, link = null, happened_at } = body as CampDayNew;
  return { ...day, words, link, state: 'done', done_at: day.done_at ?? happened_at };
}

/** The hand is mine; whether it was the second, the server says. */
function shaken(camp: Camp, at: string): Camp {
  const hand = camp.mine ? { newcomer_hand_at: at } : { mentor_hand_at: at };
  return { ...camp, ...hand, may_shake: false };
}
