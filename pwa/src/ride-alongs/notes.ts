/** The notes of one visit, of all kinds, in the order in which it happened. Pure. */
import type { DayAtHand, Noted } from './at-hand';
import type { Curbside, Moment, Rescue } from './wire';

export type Note =
  | { kind: 'moment'; id: string; at: string; note: Noted<Moment> }
  | { kind: 'rescue'; id: string; at: string; note: Noted<Rescue> }
  | { kind: 'curbside'; id: string; at: string; note: Noted<Curbside> };

/** Of one visit, of what was between visits (null), or of the whole day (undefined). */
export function notesOf(day: DayAtHand, visit?: string | null): Note[] {
  const all: Note[] = [
    ...day.moments.map((note) => ({ kind: 'moment' as const, id: note.id, at: note.at, note })),
    ...day.rescues.map((note) => ({ kind: 'rescue' as const, id: note.id, at: note.at, note })),
    ...day.curbside.map((note) => ({ kind: 'curbside' as const, id: note.id, at: note.at, note })),
  ];
  return all
    .filter(({ note }) => visit === undefined || note.visit_id === visit)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id));
}
