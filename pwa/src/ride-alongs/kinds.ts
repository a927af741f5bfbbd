/** What the outbox calls what two people say of a day, and the lanes in which it is kept in order. */
export const KINDS = {
  ride: 'ride-along',
  accepted: 'ride-accepted',
  prepared: 'ride-prepared',
  moved: 'ride-moved',
  withdrawn: 'ride-withdrawn',
  shared: 'ride-shared',
  rung: 'ride-rung',
  moment: 'moment',
  rescue: 'rescue',
  curbside: 'curbside',
  voice: 'curbside-voice',
  watched: 'watched',
  replay: 'replay',
  debrief: 'debrief',
  answer: 'debrief-answer',
  move: 'rung-move',
} as const;

/** What is agreed on beforehand. */
export function rideLane(id: string): string {
  return `ride:${id}`;
}

/** Each note of the way is on its own: a refused one holds no other back. */
export function noteLane(id: string): string {
  return `ride-note:${id}`;
}

export function debriefLane(ride: string): string {
  return `debrief:${ride}`;
}

/** Where the debrief keeps what is typed; the outbox opens one that came back under the same name. */
export function debriefDraft(ride: string): string {
  return `${KINDS.debrief}:${debriefLane(ride)}`;
}

export function ladderLane(person: string, skill: string): string {
  return `ladder:${person}:${skill}`;
}

export function voiceTake(line: string): string {
  return `${KINDS.voice}:${noteLane(line)}`;
}
