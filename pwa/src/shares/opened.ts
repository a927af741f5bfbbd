/**
 * Which case was opened while a visit was prepared, so that it can be asked about after the check-in. This phone alone
 * knows it, with what else it has read: nobody is told what somebody looks at.
 */
import { remember, type Resource } from '../kit/cache';
import { takeDown } from '../kit/cache/shelf';
import { owner } from '../kit/api/session';
import type { CaseDetail, PersonRef } from './wire';

export interface Opened {
  visit: string;
  id: string;
  title: string;
  author: PersonRef;
  /** It was answered or let be: the visit asks no more. */
  asked: boolean;
}

const KEY = 'opened-cases';
const MOST_KEPT = 20;

export function openedRead(): Resource<Opened[]> {
  return remember(KEY, async () => {
    const kept = await takeDown(owner.peek() ?? '', KEY);
    return (kept?.value as Opened[] | undefined) ?? [];
  });
}

export async function noteOpened(
  visit: string,
  { id, title, author }: Pick<CaseDetail, 'id' | 'title' | 'author'>,
): Promise<void> {
  const read = openedRead();
  // Read again it could bring back what has been changed meanwhile.
  if (!read.value) await read.reload();
  await read.change((known) => withOpened(known, { visit, id, title, author, asked: false }));
}

export async function askedOf(visit: string): Promise<void> {
  await openedRead().change((known) =>
    known.map((one) => (one.visit === visit ? { ...one, asked: true } : one)),
  );
}

/** The last one opened counts, until the visit has asked. Pure. */
export function withOpened(known: readonly Opened[], now: Opened): Opened[] {
  if (known.some(({ visit, asked }) => visit === now.visit && asked)) return [...known];
  return [...known.filter(({ visit }) => visit !== now.visit), now].slice(-MOST_KEPT);
}
