/**
 * Where the outbox keeps what is written about a client. A sheet has versions of its own, so it
 * has a lane of its own: in the client's lane its If-Match would be the client's version.
 */
export function clientLane(id: string): string {
  return `client:${id}`;
}

/** What needs the sheet (a round) names this lane; the sheet itself needs the client's. */
export function sheetLane(id: string): string {
  return `client-sheet:${id}`;
}

/** The name the outbox gives to a draft when it opens an item for Edit. */
export function draftOf(kind: string, lane: string): string {
  return `${kind}:${lane}`;
}
