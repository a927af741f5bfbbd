/** The notes of one visit, of all kinds, in the order in which it happened. Pure. */
import type { DayAtHand, Noted } from './at-hand';
import type { Curbside, Moment, Rescue } from './wire';

export type Note =
  | { kind: 'moment'; id: string; at: string; note: Noted<Moment> }
  | { kind: 'rescue'; id: string; at: string; note: Noted<Rescue> }
  | { kind: 'curbside'; id: string; at: string; note: Noted<Curbside> };

/**
 * What both may look at: of one visit, of what was between visits (null), or of the whole day (undefined).
 * Rescues are not among them: a tablet lies between two people.
 */
export function notesOf(day: DayAtHand, visit?: string | null): Note[] {
  const all: Note[] = [
    ...day.moments.map((note) => ({ kind: 'moment' as const, id: note.id, at: note.at, note })),
    ...day.curbside.map((note) => ({ kind: 'curbside' as const, id: note.id, at: note.at, note })),
  ];
  return inOrder(all.filter(({ note }) => visit === undefined || note.visit_id === visit));
}

/** When the mentor stepped in, for the mentor alone. */
export function rescuesOf(day: DayAtHand): Note[] {
  return inOrder(day.rescues.map((note) => ({ kind: 'rescue', id: note.id, at: note.at, note })));
}

/** Where it happened; null on the way between two clients. */
export function clientOf(day: DayAtHand, { note }: Note): string | null {
  return day.visits.find(({ visit_id }) => visit_id === note.visit_id)?.client.name ?? null;
}

function inOrder(notes: Note[]): Note[] {
  return notes.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id));
}
