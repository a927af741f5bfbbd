/** The table of tonight, as this phone keeps it: who sits beside me, and the drill we have begun. */
import { uuid7 } from '../kit/api/uuid7';
import { useDraft } from '../kit/outbox';
import { samePeople } from './seats';
import type { DrillCard, DrillNew, PersonRef } from './wire';

export interface DrillHere {
  /** As it is or will be sent: told twice it must be the same to the last letter. */
  born: DrillNew;
  /** All at the table, the person of this phone included. */
  people: string[];
  /** True once it lies in the outbox. */
  told: boolean;
  /** Rounds fired so far. */
  rounds: number;
  /** What each rep wanted to do differently next time, by person. */
  changes: Record<string, string>;
}

export interface Tonight {
  partners: PersonRef[];
  drill: DrillHere | null;
  /** The visit of a round whose clock has run and that is not saved yet. */
  open: string | null;
}

const NOBODY_YET: Tonight = { partners: [], drill: null, open: null };

export function useTonight() {
  return useDraft<Tonight>('evening', NOBODY_YET);
}

/** The drill this round belongs to: tonight's with the same people, else a new one. */
export function drillFor(
  { drill }: Tonight,
  { me, people, day, startedAt }: { me: string; people: string[]; day: string; startedAt: string },
): DrillHere {
  if (drill?.born.day === day && samePeople(drill.people, people)) return drill;
  const others = people.filter((id) => id !== me);
  const born = { id: uuid7(), day, people_ids: others, started_at: startedAt };
  return { born, people, told: false, rounds: 0, changes: {} };
}

/** The number of the next round, as the people at the table count them. */
export function nextNumber({ drill }: Tonight, people: string[], day: string): number {
  const goesOn = drill?.born.day === day && samePeople(drill.people, people);
  return goesOn ? drill.rounds + 1 : 1;
}

export function withRound(
  tonight: Tonight,
  drill: DrillHere,
  { rep, change }: { rep: string; change: string },
): Tonight {
  const changes = change.trim() ? { ...drill.changes, [rep]: change.trim() } : drill.changes;
  return {
    ...tonight,
    drill: { ...drill, told: true, rounds: drill.rounds + 1, changes },
    open: null,
  };
}

/** Whoever sat here tonight; else whoever sat beside me the last time. */
export function partnersOf(
  { partners }: Tonight,
  drills: readonly DrillCard[] | undefined,
  me: string,
): PersonRef[] {
  if (partners.length > 0) return partners;
  const last = drills?.find(({ people }) => people.some(({ id }) => id === me));
  return (last?.people ?? []).filter(({ id }) => id !== me).slice(0, 2);
}
