/** What a team does with its answers. Each is kept on the phone first and sent by the outbox. */
import { uuid7 } from '../kit/api/uuid7';
import { refresh } from '../kit/cache';
import { discard, enqueue, items, onDelivered } from '../kit/outbox';
import { isUnsaid } from '../kit/outbox/item';
import { ANSWER, answerLane, wordsOf, type AnswerShown } from './answers';
import { addresses } from './answers-remote';
import { t } from './words-of-answers';

/** Anybody's; it is offered as soon as it is among the best of its kind. */
export async function addAnswer(type_key: string, text: string): Promise<void> {
  const id = uuid7();
  await enqueue({
    ...ofAnswer(id, text),
    method: 'POST',
    path: addresses.answers,
    body: { id, type_key, text: text.trim(), origin: null },
  });
}

export async function rewordAnswer(answer: AnswerShown, text: string): Promise<void> {
  const { id, type_key } = answer;
  const change = { method: 'PATCH' as const, path: addresses.answer(id) };
  const body = { text: wordsOf(text) };
  const birth = items.value.find(
    ({ lane, method }) => lane === answerLane(id) && method === 'POST',
  );
  if (birth) {
    const again = { method: 'POST' as const, path: addresses.answers };
    const anew = { ...(birth.body as object), id, type_key, text: text.trim() };
    await enqueue({
      ...ofAnswer(id, text),
      ...again,
      body: anew,
      edits: birth.id,
      change: { ...change, body },
    });
    return;
  }
  await enqueue({ ...ofAnswer(id, text), ...change, body, ifMatch: versionOf(answer) });
}

/** Somebody looked at it: it returns for the next look after the usual time. */
export async function stillGood(answer: AnswerShown): Promise<void> {
  await enqueue({
    ...ofAnswer(answer.id),
    method: 'PUT',
    path: addresses.check(answer.id),
    body: { check_on: null },
  });
}

/** Kept for old visits, no longer offered; or offered again. Returns the way back. */
export async function retire(answer: AnswerShown, retired: boolean): Promise<() => unknown> {
  const id = await change(answer, retired, versionOf(answer));
  return () => {
    const wish = items.peek().find((item) => item.id === id);
    return wish && isUnsaid(wish) ? discard(wish.id) : change(answer, !retired, 'last');
  };
}

function change({ id }: AnswerShown, retired: boolean, ifMatch: string): Promise<string> {
  return enqueue({
    ...ofAnswer(id),
    method: 'PATCH',
    path: addresses.answer(id),
    body: { retired },
    ifMatch,
  });
}

function versionOf({ version }: AnswerShown): string {
  return version === null ? 'last' : `"${version}"`;
}

function ofAnswer(id: string, text?: string) {
  const fields = { text: { name: t('words') }, retired: { name: t('retired') } };
  return {
    kind: ANSWER,
    lane: answerLane(id),
    label: { fields, ...(text && { detail: text.trim() }) },
  };
}

onDelivered(ANSWER, () => Promise.all(['answers:', 'playbook'].map(refresh)));
