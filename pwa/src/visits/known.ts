/** Visits that a list has brought: their screens open at once, also without a network. */
import { putUp } from '../kit/cache/shelf';
import { expired, owner } from '../kit/api/session';
import { visitLane } from './kinds';
import type { Contact, VisitRead } from './wire';

export interface VisitKnown extends VisitRead {
  contact?: Contact | null;
}

/** Unplanned visits of this phone that the server cannot know yet. */
const expected = new Set<string>();
const known = new Map<string, VisitKnown>();

// Somebody else on this phone, or nobody: what was read leaves the memory.
for (const left of [owner, expired]) left.subscribe(() => known.clear());

export function know(visits: readonly VisitKnown[]): void {
  for (const visit of visits) known.set(visit.id, visit);
}

/** Freshly read: also for the next start. */
export async function keep(visits: readonly VisitKnown[]): Promise<void> {
  const reader = owner.peek();
  if (!reader) return;
  know(visits);
  await Promise.all(visits.map((visit) => putUp(reader, visitLane(visit.id), visit)));
}

export function knownVisit(id: string): VisitKnown | undefined {
  return known.get(id);
}

export function expectNew(id: string): void {
  expected.add(id);
}

export function isExpected(id: string): boolean {
  return expected.has(id);
}

export function noteArrival(id: string): void {
  expected.delete(id);
}
