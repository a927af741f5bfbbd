/** The answers to one kind of objection, with what lies unsent on this phone laid over them. Pure. */
import type { Bilingual } from '../kit/i18n/names';
import type { Item } from '../kit/outbox';
import { languageOf } from '../kit/ui/Talk';
import type { Answer, AnswerNew, PersonRef } from './answers-remote';

export const ANSWER = 'answer';

/** One language may be missing; null in both never happens. */
export type Words = Record<keyof Bilingual, string | null>;

export interface AnswerShown extends Pick<
  Answer,
  'id' | 'type_key' | 'author' | 'worked' | 'partly' | 'not_worked' | 'added_at'
> {
  text: Words;
  origin: 'round' | 'visit' | null;
  /** The day it returns for a look; null while only this phone knows it. */
  checkOn: string | null;
  isDue: boolean;
  version: number | null;
  isUnsent: boolean;
}

export function answerLane(id: string): string {
  return `${ANSWER}:${id}`;
}

/** `unsent` are the outbox items of this kind, in order; `type` is the key they are asked for. */
export function answersAtHand(
  read: readonly Answer[],
  unsent: readonly Item[],
  { type, me }: { type: string; me: PersonRef },
): AnswerShown[] {
  const known = new Set(read.map(({ id }) => id));
  const born = unsent
    .filter(({ method }) => method === 'POST')
    .filter(({ body }) => {
      const { id, type_key } = body as AnswerNew;
      return type_key === type && !known.has(id ?? '');
    })
    .map((item) => bornAnswer(item, me));
  return [...born, ...read.map(shown)].flatMap((answer) => withUnsent(answer, unsent));
}

/** Due for a look first, where somebody may look; then those that are offered first. */
export function inOrder(
  answers: readonly AnswerShown[],
  best: readonly { id: string }[],
  keeps: boolean,
): AnswerShown[] {
  const place = ({ id, isDue }: AnswerShown) => {
    if (keeps && isDue) return -1;
    const at = best.findIndex((one) => one.id === id);
    return at < 0 ? best.length : at;
  };
  return [...answers].sort((a, b) => place(a) - place(b) || b.added_at.localeCompare(a.added_at));
}

export function timesSaid({ worked, partly, not_worked }: AnswerShown): number {
  return worked + partly + not_worked;
}

/** In the language of the reader where somebody wrote it in that, else as it was written. */
export function wordsIn({ zh, en }: Words, language: string): string {
  return (language === 'en' ? (en ?? zh) : (zh ?? en)) ?? '';
}

/** What was typed, in the language it is in: the other one stays as it was. */
export function wordsOf(text: string): Partial<Words> {
  const words = text.trim();
  return languageOf(words) === 'zh-CN' ? { zh: words } : { en: words };
}

function shown(answer: Answer): AnswerShown {
  const { check_on: checkOn, due_for_check: isDue, origin, ...rest } = answer;
  return { ...rest, checkOn, isDue, origin: origin?.kind ?? null, isUnsent: false };
}

function bornAnswer({ body, savedAt }: Item, author: PersonRef): AnswerShown {
  const { id, type_key, text, origin } = body as AnswerNew;
  const words = typeof text === 'string' ? wordsOf(text) : text;
  return {
    ...{ id: id ?? '', type_key, author, worked: 0, partly: 0, not_worked: 0 },
    text: { zh: words.zh ?? null, en: words.en ?? null },
    origin: origin?.kind ?? null,
    added_at: new Date(savedAt).toISOString(),
    ...{ checkOn: null, isDue: false, version: null, isUnsent: true },
  };
}

interface Change {
  text?: Partial<Words>;
  retired?: boolean;
}

function withUnsent(answer: AnswerShown, unsent: readonly Item[]): AnswerShown[] {
  const own = unsent.filter(
    ({ lane, method }) => method !== 'POST' && lane === answerLane(answer.id),
  );
  return own.reduce<AnswerShown[]>(
    (so_far, { method, body }) =>
      so_far.flatMap((one) => (method === 'PUT' ? [looked(one)] : changed(one, body as Change))),
    [answer],
  );
}

function looked(answer: AnswerShown): AnswerShown {
  return { ...answer, isDue: false, isUnsent: true };
}

/** Retired or offered again: in either list it is no longer. */
function changed(answer: AnswerShown, { text, retired }: Change): AnswerShown[] {
  if (retired !== undefined) return [];
  return [{ ...answer, text: { ...answer.text, ...text }, isUnsent: true }];
}
