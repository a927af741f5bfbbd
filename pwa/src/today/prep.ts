/** The prep card of a visit, with the sheet and the rounds that lie unsent on this phone. Pure. */
import { sheetLane } from '../clients/lanes';
import { answersReady, PARTS, stateOf } from '../clients/sheet';
import type { SheetNew } from '../clients/wire';
import { dayOf } from '../kit/i18n/format';
import type { Item } from '../kit/outbox';
import type { Prep, TodayCard } from './wire';

type Card = Pick<TodayCard, 'id' | 'client' | 'prep'>;

export function prepAtHand(card: Card, unsent: readonly Item[]): Prep {
  return withRounds({ ...card, prep: withSheet(card, unsent) }, unsent);
}

/** As its writer left it: what waits to be sent counts before what was read. */
function withSheet({ client, prep }: Card, unsent: readonly Item[]): Prep {
  const lane = sheetLane(client.id);
  const last = unsent.findLast((item) => item.kind === 'client-sheet' && item.lane === lane);
  if (!last) return prep;
  const sheet = last.body as SheetNew;
  return {
    ...prep,
    goal: sheet.goal || null,
    objections: sheet.objections.items.map((said) => ({ ...said, answer: said.answer || null })),
    questions: PARTS.filter((part) => stateOf(sheet, part) === 'will-ask'),
    answers_ready: answersReady(sheet),
  };
}

interface RoundTold {
  visit_id: string | null;
  started_at: string;
  lines: Omit<Prep['agreed'][number], 'drill_id' | 'agreed_on'>[];
}

/** Rounds of last night that have not been sent yet count, and their lines are on the card. */
function withRounds({ id, prep }: Card, unsent: readonly Item[]): Prep {
  const told = unsent
    .filter((item) => item.kind === 'round' && item.method === 'POST')
    .map(({ body, lane }) => ({ ...(body as RoundTold), drill_id: lane.slice('drill:'.length) }))
    .filter((round) => round.visit_id === id)
    .reverse(); // the last round has the last word on a line
  const lines = told.flatMap(({ lines: agreed, drill_id, started_at }) =>
    agreed.map((line) => ({ ...line, drill_id, agreed_on: dayOf(started_at) })),
  );
  return { ...prep, rounds: prep.rounds + told.length, agreed: [...lines, ...prep.agreed] };
}
