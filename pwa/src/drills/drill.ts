/** An evening as this phone knows it: what the server has, with what is still unsent. Pure. */
import type { Item } from '../kit/outbox';
import type {
  ClientRef,
  Correction,
  DrillCard,
  DrillNew,
  DrillRead,
  Line,
  OwnWords,
  PersonRef,
  RoundChange,
  RoundNew,
  RoundRead,
} from './wire';

export interface RoundShown extends Pick<
  RoundRead,
  | 'id'
  | 'number'
  | 'verdict'
  | 'key_moment'
  | 'rep_words'
  | 'keep'
  | 'change'
  | 'change_kind'
  | 'boss_card'
> {
  client: ClientRef;
  /** The visit it was for. */
  visitId: string | null;
  rep: PersonRef | undefined;
  boss: PersonRef | undefined;
  observer: PersonRef | undefined;
  ticks: Pick<RoundRead['ticks'][number], 'behaviour_id' | 'point' | 'mark'>[];
  lines: Line[];
  corrections: Correction[];
  /** Null while the server does not have it. */
  version: number | null;
}

export interface DrillShown {
  id: string;
  day: string;
  people: PersonRef[];
  recordedBy: PersonRef | undefined;
  isWrapped: boolean;
  isSeen: boolean;
  /** Everybody has been the rep and the boss. */
  bothSeats: boolean;
  rounds: RoundShown[];
}

/** People by id, from wherever the phone knows them. */
export type Known = ReadonlyMap<string, PersonRef>;

export function drillAtHand(
  read: DrillRead | undefined,
  unsent: readonly Item[],
  known: Known,
  me: string,
): DrillShown | null {
  const start = unsent.find(isStart);
  const born = start ? bornDrill(start.body as DrillNew, known, me) : null;
  const base = read ? shown(read) : born;
  if (!base) return null;
  const stored = new Set(base.rounds.map(({ id }) => id));
  const fired = unsent.filter(isRound).filter(({ body }) => !stored.has((body as RoundNew).id));
  const added = fired.map((item, at) => roundOf(item, base.rounds.length + at + 1, known));
  const rounds = [...base.rounds, ...added].map((round) =>
    withCorrections(round, unsent, known, me),
  );
  return {
    ...base,
    rounds,
    bothSeats: hadBothSeats(base.people, rounds),
    isWrapped: base.isWrapped || unsent.some(({ path }) => path.endsWith('/wrap')),
    isSeen: base.isSeen || unsent.some(({ path }) => path.endsWith('/acknowledgement')),
  };
}

export interface DrillLine {
  id: string;
  people: PersonRef[];
  rounds: number;
  isWrapped: boolean;
}

/** The evenings of one day, those of this phone included. */
export function drillsOf(
  day: string,
  {
    read,
    unsent,
    known,
    me,
  }: {
    read: readonly DrillCard[];
    unsent: readonly Item[];
    known: Known;
    me: string;
  },
): DrillLine[] {
  const mine = read.filter((card) => card.day === day && card.people.some(({ id }) => id === me));
  const stored = mine.map(({ id, people, rounds, state }) => ({
    ...{ id, people, rounds },
    isWrapped: state === 'wrapped',
  }));
  const ids = new Set(stored.map(({ id }) => id));
  const born = unsent
    .filter(isStart)
    .map(({ body }) => body as DrillNew)
    .filter(({ id, day: on }) => on === day && !ids.has(id))
    .map((one) => ({ ...bornDrill(one, known, me), rounds: 0 }));
  return [...born, ...stored].map((line) => {
    const own = unsent.filter(({ path }) => path.includes(line.id));
    return {
      ...line,
      rounds: line.rounds + own.filter(isRound).length,
      isWrapped: line.isWrapped || own.some(({ path }) => path.endsWith('/wrap')),
    };
  });
}

function shown(read: DrillRead): DrillShown {
  return {
    ...{ id: read.id, day: read.day, people: read.people, bothSeats: read.both_seats },
    recordedBy: read.recorded_by,
    isWrapped: read.state === 'wrapped',
    isSeen: read.acknowledged,
    rounds: read.rounds.map((round) => ({
      ...{ ...round, visitId: round.visit_id },
      observer: round.observer ?? undefined,
    })),
  };
}

function bornDrill({ id, day, people_ids }: DrillNew, known: Known, me: string): DrillShown {
  const people = [me, ...people_ids].flatMap((one) => known.get(one) ?? []);
  const recordedBy = known.get(me);
  return {
    id,
    day,
    people,
    recordedBy,
    isWrapped: false,
    isSeen: true,
    bothSeats: false,
    rounds: [],
  };
}

function roundOf({ body, label }: Item, number: number, known: Known): RoundShown {
  const given = body as RoundNew;
  const { id, verdict, key_moment, rep_words, keep, change, change_kind, ticks, lines } = given;
  return {
    ...{ id, number, verdict, key_moment, rep_words, keep, change, change_kind },
    // The words of a learning point come back with the answer.
    ticks: ticks.map(({ behaviour_id = null, mark }) => ({ behaviour_id, point: null, mark })),
    client: { id: given.client_id, name: label.client ?? '' },
    visitId: given.visit_id ?? null,
    rep: known.get(given.rep_id),
    boss: known.get(given.boss_id),
    observer: given.observer_id ? known.get(given.observer_id) : undefined,
    lines: lines.map(({ id: born, words, answer, type_key = null, answer_id = null }) => ({
      ...{ id: born ?? words, words, answer, type_key, answer_id },
    })),
    boss_card: given.boss_card,
    corrections: [],
    version: null,
  };
}

/** Own words that were put right here and wait to be sent stand already, beside those before. */
function withCorrections(
  round: RoundShown,
  unsent: readonly Item[],
  known: Known,
  me: string,
): RoundShown {
  const by = known.get(me) ?? round.rep ?? NOBODY;
  return unsent
    .filter(({ lane }) => lane === `round:${round.id}`)
    .reduce((told: RoundShown, item: Item) => putRight(told, item, by), round);
}

function putRight(round: RoundShown, { id, savedAt, body }: Item, by: PersonRef): RoundShown {
  const said = body as RoundChange;
  const at = new Date(savedAt).toISOString();
  const now = { ...round, corrections: [...round.corrections] };
  for (const [name, after = null] of Object.entries(said)) {
    const field = name as OwnWords;
    const before = now[field];
    if (before === after) continue;
    now[field] = after;
    now.corrections.push({ id: `${id}-${field}`, at, by, field, before, after });
  }
  return now;
}

const NOBODY: PersonRef = { id: '', family_name: '', given_name: '', latin_name: '' };

function hadBothSeats(people: readonly PersonRef[], rounds: readonly RoundShown[]): boolean {
  return (
    people.length > 1 &&
    people.every(
      ({ id }) =>
        rounds.some(({ rep }) => rep?.id === id) && rounds.some(({ boss }) => boss?.id === id),
    )
  );
}

function isStart({ kind, method }: Item): boolean {
  return kind === 'drill' && method === 'POST';
}

function isRound({ kind, method }: Item): boolean {
  return kind === 'round' && method === 'POST';
}
