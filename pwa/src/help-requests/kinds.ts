/** How the outbox calls what is done with a request, and in which order it goes. */
export const KINDS = {
  asked: 'help',
  voiceNote: 'help-voice-note',
  answer: 'help-answer',
  seen: 'help-seen',
  helper: 'help-helper',
  tried: 'help-tried',
  outcome: 'help-outcome',
  harvest: 'help-harvest',
} as const;

export function helpLane(id: string): string {
  return `help:${id}`;
}

/** The sound goes on a road of its own: words do not wait for it. */
export function soundLane(id: string): string {
  return `help-sound:${id}`;
}

/** Where the form of a new request keeps what is typed; one for each thing it is about. */
export function draftOf(about: string): string {
  return `help:new:${about}`;
}
