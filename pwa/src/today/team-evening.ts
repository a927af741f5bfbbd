/** How the evening list names and finds what it shows. Pure. */
import { dayOf } from '../kit/i18n/format';
import type { DayPart } from '../drills/wire';
import type { BigOrder, Newcomer, TeamEvening, Waiting } from './team-evening-remote';
import type { PersonRef } from './wire';

export type Matter =
  | { kind: 'waiting'; key: string; of: Waiting }
  | { kind: 'order'; key: string; of: BigOrder }
  | { kind: 'newcomer'; key: string; of: Newcomer };

/** Who waits stands first, then what of tomorrow is not prepared, then who has not played. */
export function mattersOf({ waiting, big_orders, newcomers }: TeamEvening): Matter[] {
  return [
    ...waiting.map((of) => ({ kind: 'waiting' as const, key: `waits-${of.person.id}`, of })),
    ...big_orders.map((of) => ({ kind: 'order' as const, key: `order-${of.visit_id}`, of })),
    ...newcomers.map((of) => ({ kind: 'newcomer' as const, key: `new-${of.person.id}`, of })),
  ];
}

/** The line the address names; on a wide screen, without one, the first. */
export function chosenOf(
  matters: readonly Matter[],
  asked: string | undefined,
  { wide }: { wide: boolean },
): Matter | null {
  return matters.find(({ key }) => key === asked) ?? (wide ? (matters[0] ?? null) : null);
}

interface OfferTo {
  person: PersonRef;
  /** Tonight, or the evening to which it was moved. */
  day: string;
  part: DayPart | null;
  by: PersonRef | null;
}

/** To whom one may offer to play, when, and who comes already. */
export function offerOf({ kind, of }: Matter, today = dayOf()): OfferTo {
  const { person } = of;
  if (kind === 'waiting') return { person, day: today, part: null, by: of.offered_by };
  const moved = kind === 'order' ? of.postponement : of.evenings.find(({ day }) => day === today);
  const { to_day = null, to_part = null } = moved ?? {};
  return { person, day: to_day ?? today, part: to_part, by: of.partner };
}
