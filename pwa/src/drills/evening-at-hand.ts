/** My evening as this phone knows it: what the server has, with what I said of it since. Pure. */
import type { Item } from '../kit/outbox';
import { isStuck } from '../kit/outbox/item';
import { eveningLane, movedHereAtHand, postponementIn } from './postponed';
import type {
  DrillNew,
  MovedHere,
  Obligation,
  PersonRef,
  PersonsEvening,
  Postponement,
  Suggested,
  Waiting,
} from './wire';

export interface EveningNow {
  obligations: readonly Obligation[];
  postponement: Postponement | null;
  /** An earlier evening that I have moved to this day, until a round is played. */
  movedHere: MovedHere | null;
  /** I wait for a partner. */
  waits: boolean;
  /** Who said they will play with me, tonight or on the evening to which it was moved. */
  partner: PersonRef | null;
  /** Colleagues who wait for a partner. */
  waiting: readonly Waiting[];
  suggested: readonly Suggested[];
  reflection: string | null;
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
  const beside = besideHere(unsent, day);
  const waits = wish ? wish.method === 'PUT' : read?.partner_wish != null && beside.length === 0;
  const isMoved = postponed !== undefined || (wish !== undefined && !waits);
  return {
    obligations: read?.obligations ?? [],
    postponement: postponed ? postponementIn(postponed) : (read?.postponement ?? null),
    movedHere: movedHereAtHand(read?.moved_here ?? null, unsent, day),
    waits,
    partner: isMoved ? null : (read?.partner ?? null),
    waiting: (read?.waiting ?? [])
      .filter(({ person }) => !beside.includes(person.id))
      .map(({ person, offered_by }) => ({
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

/** Who sits at a drill of this evening that was begun here: they wait no more, and neither do I. */
function besideHere(unsent: readonly Item[], day: string): string[] {
  return unsent
    .filter(({ kind, method }) => kind === 'drill' && method === 'POST')
    .map(({ body }) => body as DrillNew)
    .filter((drill) => drill.day === day)
    .flatMap(({ people_ids }) => people_ids);
}

function reflectionIn(item: Item | undefined): string | null {
  return item ? (item.body as { words: string }).words : null;
}
