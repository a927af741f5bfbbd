/** What follows from a rung. Pure. */
import type { Leads, Rung } from './wire';

/** Who usually talks; the two may agree otherwise. */
export function leadsOf(rung: Rung): Leads {
  return rung === 'do' || rung === 'tell_back' ? 'apprentice' : 'mentor';
}

/** On the first two rungs of the order the apprentice watches. */
export function watches(rung: Rung | null, order: readonly Rung[]): boolean {
  return rung !== null && order.indexOf(rung) < 2;
}

/** The rung above or below; null at either end. */
export function beside(order: readonly Rung[], rung: Rung, by: 1 | -1): Rung | null {
  return order[order.indexOf(rung) + by] ?? null;
}
