/** How the glance orders what it shows. Pure. */
import type { HelpWanted, TeamToday, VisitTomorrow } from './team-remote';

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
export function isPrepared({ missing, drilled }: VisitTomorrow): boolean {
  return drilled && missing.length === 0;
}

/** What a wide screen opens with: help first, then what of tomorrow needs a look first. */
export function first(team: TeamToday): HelpWanted | VisitTomorrow | null {
  const { big, notReady, ready } = byNeed(team.visits_tomorrow);
  return [...team.wants_help, ...big, ...notReady, ...ready][0] ?? null;
}

/** The line the address names. */
export function find(
  { wants_help, visits_tomorrow }: TeamToday,
  visit: string | undefined,
): HelpWanted | VisitTomorrow | null {
  if (!visit) return null;
  const help = wants_help.find(({ visit_id }) => visit_id === visit);
  return help ?? visits_tomorrow.find(({ visit_id }) => visit_id === visit) ?? null;
}
