/** How the glance orders what it shows. Pure. */
import type { TeamToday, VisitTomorrow } from './team-remote';

export interface ByNeed {
  /** Looked at first, prepared or not. */
  big: VisitTomorrow[];
  notReady: VisitTomorrow[];
  ready: VisitTomorrow[];
}

/** Each visit stands in one group only; the order inside is the server's. */
export function byNeed(visits: readonly VisitTomorrow[]): ByNeed {
  const others = visits.filter(({ big_order }) => !big_order);
  return {
    big: visits.filter(({ big_order }) => big_order),
    notReady: others.filter((visit) => !isPrepared(visit)),
    ready: others.filter(isPrepared),
  };
}

/** Four answers and a round. */
export function isPrepared({ missing, drilled, person_left }: VisitTomorrow): boolean {
  return !person_left && drilled && missing.length === 0;
}

/** What stands open: a help request, or one of tomorrow's visits. */
export type Chosen = { help: string } | { visit: VisitTomorrow };

/** The one that the address names; a wide screen opens with help first, then what of tomorrow needs a look. */
export function chosenOf(
  team: TeamToday,
  asked: Record<string, string>,
  wide: boolean,
): Chosen | null {
  const named = team.visits_tomorrow.find(({ visit_id }) => visit_id === asked['visit']);
  if (named) return { visit: named };
  if (asked['help']) return { help: asked['help'] };
  if (!wide) return null;
  const [help] = team.wants_help;
  if (help) return { help: help.id };
  const { big, notReady, ready } = byNeed(team.visits_tomorrow);
  const [visit] = [...big, ...notReady, ...ready];
  return visit ? { visit } : null;
}
