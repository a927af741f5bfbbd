import { t } from './words-of-link';

/** From a line of a round to everything we answer to its kind; nothing for words that have none. */
export function AnswersLink({ kind }: { kind: string | null }) {
  if (!kind) return null;
  return (
    <p class="meta row">
      <a class="link" href={`/playbook/${kind}`}>
        {t('allAnswers')}
      </a>
    </p>
  );
}
