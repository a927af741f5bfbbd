import { inMyLanguage } from '../kit/i18n/names';
import { bestOf } from './best-answers';
import { playbookRead } from './remote';

/** What objections are called, as far as this phone has read the playbook: by key. */
export function objectionsInWords(): Record<string, string> {
  const types = playbookRead().value?.objection_types ?? [];
  return Object.fromEntries(types.map(({ key, short }) => [key, inMyLanguage(short)]));
}

/** An objection type in the language of this phone, with the answer to offer first. */
export interface KnownType {
  key: string;
  words: string;
  answer: string | null;
}

/** What is offered, in the order of the playbook; empty while it has not been read here. */
export function knownTypes(): KnownType[] {
  const types = playbookRead().value?.objection_types ?? [];
  return types
    .filter(({ retired }) => !retired)
    .map((type) => {
      const [best] = bestOf(type);
      const { key, words } = type;
      return { key, words: inMyLanguage(words), answer: best ? inMyLanguage(best.text) : null };
    });
}
