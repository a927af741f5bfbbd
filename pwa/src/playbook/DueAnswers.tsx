import { pendingOf } from '../kit/outbox';
import { lang } from '../kit/i18n/lang';
import { objectionsInWords } from '../clients/objection-types';
import { Row, Rows } from '../kit/ui/Card';
import { ANSWER, answerLane, wordsIn } from './answers';
import { useAnswers } from './answers-remote';
import { t } from './words-of-answers';

/** For those who keep the playbook: answers age, and return for a look. */
export function DueAnswers() {
  const read = useAnswers('due', null);
  const done = new Set(pendingOf(ANSWER).map(({ lane }) => lane));
  const due = read.value?.items.filter(({ id }) => !done.has(answerLane(id))) ?? [];
  if (due.length === 0) return null;
  const names = objectionsInWords();
  return (
    <section>
      <h2>{t('due')}</h2>
      <p class="meta">{t('dueWhy')}</p>
      <Rows label={t('due')}>
        {due.map(({ id, text, type_key }) => (
          <Row
            key={id}
            href={`/playbook/${type_key}`}
            title={wordsIn(text, lang.value)}
            meta={names[type_key] ?? type_key}
          />
        ))}
      </Rows>
    </section>
  );
}
