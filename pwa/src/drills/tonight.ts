/** The table of tonight, as this phone keeps it: who sits beside me, and the drill we have begun. */
import { uuid7 } from '../kit/api/uuid7';
import { useDraft } from '../kit/outbox';
import type { LineForm } from './lines';
import { besideNow } from './people';
import { samePeople } from './seats';
import type { DrillCard, DrillNew, LastBoss, PersonRef } from './wire';

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
  /** What goes along so far, by card. */
  agreed?: Partial<Record<string, LineForm[]>>;
  /** How each client's boss was played last, by card. */
  bosses?: Partial<Record<string, LastBoss>>;
  /** Kinds that a boss said unexpectedly and the rep has heard since, by card. */
  surprises?: Partial<Record<string, string[]>>;
}

export interface Tonight {
  partners: PersonRef[];
  /** The evening for which they were chosen. */
  chosenOn?: string;
  drill: DrillHere | null;
  /** The card of a round whose clock has run and that is not saved yet. */
  open: string | null;
}

const NOBODY_YET: Tonight = { partners: [], drill: null, open: null };

export function useTonight() {
  return useDraft<Tonight>('evening', NOBODY_YET);
}

/** The drill this round belongs to: tonight's with the same people, else a new one. */
export function drillFor(
  tonight: Tonight,
  { me, people, day, startedAt }: { me: string; people: string[]; day: string; startedAt: string },
): DrillHere {
  const goingOn = drillGoingOn(tonight, people, day);
  if (goingOn) return goingOn;
  const others = people.filter((id) => id !== me);
  const born = { id: uuid7(), day, people_ids: others, started_at: startedAt };
  return { born, people, told: false, rounds: 0, changes: {} };
}

/** The number of the next round, as the people at the table count them. */
export function nextNumber(tonight: Tonight, people: string[], day: string): number {
  return (drillGoingOn(tonight, people, day)?.rounds ?? 0) + 1;
}

/** What these people have agreed tonight on this card, how its boss was played and what surprised. */
export function playedBefore(
  tonight: Tonight,
  { people, day, card }: { people: string[]; day: string; card: string },
): { agreed: readonly LineForm[]; boss: LastBoss | null; surprises: readonly string[] } {
  const drill = drillGoingOn(tonight, people, day);
  return {
    agreed: drill?.agreed?.[card] ?? [],
    boss: drill?.bosses?.[card] ?? null,
    surprises: drill?.surprises?.[card] ?? [],
  };
}

function drillGoingOn({ drill }: Tonight, people: string[], day: string): DrillHere | null {
  return drill?.born.day === day && samePeople(drill.people, people) ? drill : null;
}

/** What of a round the next ones begin with. */
export interface RoundOver {
  rep: string;
  change: string;
  card: string;
  agreed: LineForm[];
  boss: LastBoss;
  surprises: string[];
}

export function withRound(tonight: Tonight, drill: DrillHere, over: RoundOver): Tonight {
  const { rep, change, card, agreed, boss } = over;
  const surprises = [...(drill.surprises?.[card] ?? []), ...over.surprises];
  return {
    ...tonight,
    drill: {
      ...drill,
      told: true,
      rounds: drill.rounds + 1,
      changes: change.trim() ? { ...drill.changes, [rep]: change.trim() } : drill.changes,
      agreed: { ...drill.agreed, [card]: agreed },
      bosses: { ...drill.bosses, [card]: boss },
      surprises: { ...drill.surprises, [card]: surprises },
    },
    open: null,
  };
}

/** Who is taken to sit beside me, for the seats of a round. */
export function partnersOf(
  tonight: Tonight,
  drills: readonly DrillCard[] | undefined,
  me: string,
): PersonRef[] {
  return besideNow(tonight, { drills, me }).people;
}
