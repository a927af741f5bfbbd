/** What the outbox calls the things a rep does with a visit, and where their forms keep drafts. */
export const KINDS = {
  client: 'client',
  visit: 'visit',
  checkIn: 'check-in',
  voiceNote: 'voice-note',
  move: 'move',
  cancellation: 'cancellation',
  realityCheck: 'reality-check',
} as const;

/** Where the outbox keeps what is written about a visit, in the order it was written. */
export function visitLane(id: string): string {
  return `visit:${id}`;
}

/**
 * A lane of its own: a slow or refused sound holds no correction of the check-in back. Its items wait
 * for what was said before them in the lane of the visit.
 */
export function noteLane(id: string): string {
  return `voice-note:${id}`;
}

/** The draft of a plan that is written anew; one that came back has its own. */
export const draftOfPlan = 'visit:new';

/** The name the outbox gives to a draft when it opens an item for Edit. */
export function draftOf(kind: string, visitId: string): string {
  return `${kind}:${visitLane(visitId)}`;
}
