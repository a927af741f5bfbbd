/** What is being written down at this moment, for whatever leads on from it: it is sent before they go on. */
import type { Signal } from '@preact/signals';
import { answer } from './actions';
import type { Question, Review } from './wire';

interface Typed {
  key: Question['key'];
  words: Signal<string>;
}

let now: Typed | null = null;

/** Returns the way to forget it again, when another question is opened. */
export function note({ key }: Question, words: Signal<string>): () => void {
  const typed = { key, words };
  now = typed;
  return () => {
    if (now === typed) now = null;
  };
}

export async function sendTyped(review: Review): Promise<void> {
  const question = review.questions.find(({ key }) => key === now?.key);
  const words = now?.words.peek().trim() ?? '';
  if (question && words !== (question.answer ?? '')) await answer(review, question.key, words);
}
