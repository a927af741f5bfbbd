/** My evening as this phone knows it: what the server has, with what I said of it since. Pure. */
import type { Item } from '../kit/outbox';
import { isStuck } from '../kit/outbox/item';
import type {
  Obligation,
  PersonRef,
  PersonsEvening,
  Postponement,
  PostponementNew,
  Suggested,
  Waiting,
} from './wire';

export interface EveningNow {
  obligations: readonly Obligation[];
  postponement: Postponement | null;
  /** I wait for a partner. */
  waits: boolean;
  /** Who said they will play with me, tonight or on the evening to which it was moved. */
  partner: PersonRef | null;
  /** Colleagues who wait for a partner. */
  waiting: readonly Waiting[];
  suggested: readonly Suggested[];
  reflection: string | null;
}

export function eveningLane(day: string): string {
  return `evening:${day}`;
}

/** Of its own, so that an offer that came too late does not hold back what I say of my evening. */
export function offerLane(day: string, person: string): string {
  return `offer:${day}:${person}`;
}

export function eveningAtHand(
  read: PersonsEvening | undefined,
  unsent: readonly Item[],
  { day, me }: { day: string; me: PersonRef | null },
): EveningNow {
  const last = (kind: string) =>
    unsent.findLast((item) => item.kind === kind && item.lane === eveningLane(day));
  const [postponed, wish] = [last('postponement'), last('partner-wish')];
  const waits = wish ? wish.method === 'PUT' : read?.partner_wish != null;
  const isMoved = postponed !== undefined || (wish !== undefined && !waits);
  return {
    obligations: read?.obligations ?? [],
    postponement: postponed ? postponementIn(postponed) : (read?.postponement ?? null),
    waits,
    partner: isMoved ? null : (read?.partner ?? null),
    waiting: (read?.waiting ?? []).map(({ person, offered_by }) => ({
      person,
      offered_by: offeredBy(offered_by, unsent, { day, person: person.id, me }),
    })),
    suggested: read?.suggested ?? [],
    reflection: reflectionIn(last('reflection')) ?? read?.reflection ?? null,
  };
}

/** Who will come, with what I have offered or taken back here. */
export function offeredBy(
  stored: PersonRef | null,
  unsent: readonly Item[],
  { day, person, me }: { day: string; person: string; me: PersonRef | null },
): PersonRef | null {
  const said = unsent.findLast((item) => item.lane === offerLane(day, person) && !isStuck(item));
  if (!said) return stored;
  if (said.method === 'PUT') return me;
  return stored?.id === me?.id ? null : stored;
}

/** The server's sentence when an offer came too late. */
export function refusedOffer(
  unsent: readonly Item[],
  { day, person }: { day: string; person: string },
): string | null {
  const lane = offerLane(day, person);
  const refused = unsent.find((item) => item.lane === lane && isStuck(item));
  return refused ? (refused.problem?.detail ?? '') : null;
}

function postponementIn({ method, body }: Item): Postponement | null {
  if (method === 'DELETE') return null;
  const { reason, words = null, to_day, to_part } = body as PostponementNew;
  return { reason, words, to_day, to_part };
}

function reflectionIn(item: Item | undefined): string | null {
  return item ? (item.body as { words: string }).words : null;
}
