/** Who sits beside me tonight: chosen, offered, suggested, or remembered. Pure. */
import type { EveningNow } from './evening-at-hand';
import type { Tonight } from './tonight';
import type { DrillCard, PersonRef, Why } from './wire';

export function withPartners(tonight: Tonight, partners: PersonRef[], day: string): Tonight {
  return { ...tonight, partners, chosenOn: day };
}

/** Who is taken to sit beside me, and why; nobody is forced, "Change" stands beside it. */
export interface Beside {
  people: PersonRef[];
  why: Why | 'chosen' | 'offered' | 'going' | 'last' | null;
}

interface Around {
  evening: EveningNow;
  drills: readonly DrillCard[] | undefined;
  known: ReadonlyMap<string, PersonRef>;
  me: string;
  day: string;
}

/**
 * Whom I chose or played with tonight; who said they come, or to whom I go; who is suggested, since
 * the pair of last time is left out there; else whoever sat here the last time.
 */
export function besideOf(tonight: Tonight, { evening, drills, known, me, day }: Around): Beside {
  const { partners, chosenOn, drill } = tonight;
  if (chosenOn === day && partners.length > 0) return { people: partners, why: 'chosen' };
  const played = drill?.born.day === day ? drill.people.filter((id) => id !== me) : [];
  const people = played.flatMap((id) => known.get(id) ?? []);
  if (people.length > 0) return { people, why: 'chosen' };
  const { partner, postponement, waiting, waits, suggested } = evening;
  if (partner && !postponement) return { people: [partner], why: 'offered' };
  const going = waiting.find(({ offered_by }) => offered_by?.id === me);
  if (going) return { people: [going.person], why: 'going' };
  if (waits) return { people: [], why: null };
  const [first] = suggested;
  if (first) return { people: [first.person], why: first.why };
  const before = lastBeside(tonight, drills, me);
  return { people: before, why: before.length > 0 ? 'last' : null };
}

/** Whoever was chosen the last time; else whoever sat beside me then. */
export function lastBeside(
  { partners }: Tonight,
  drills: readonly DrillCard[] | undefined,
  me: string,
): PersonRef[] {
  if (partners.length > 0) return partners;
  const last = drills?.find(({ people }) => people.some(({ id }) => id === me));
  return (last?.people ?? []).filter(({ id }) => id !== me).slice(0, 2);
}
