/**
 * Which new client is being written: its draft is kept under its id, so that a phone that was put
 * away in the middle opens the same one again, and a refused one never mixes with the next.
 */
import { uuid7 } from '../kit/api/uuid7';

const KEPT_AS = 'alongside.new-client';

/** The one named in the address, else the one this person has begun. */
export function newClientInHand(
  owner: string | null,
  query: Partial<Record<'id' | 'name', string>>,
): string {
  if (query.id) return query.id;
  const [whose, begun] = (localStorage.getItem(KEPT_AS) ?? '').split(' ');
  if (!query.name && begun && whose === owner) return begun;
  const id = uuid7();
  localStorage.setItem(KEPT_AS, `${owner ?? ''} ${id}`);
  return id;
}

/** It is saved: the next new client is another one. */
export function putDown(): void {
  localStorage.removeItem(KEPT_AS);
}
