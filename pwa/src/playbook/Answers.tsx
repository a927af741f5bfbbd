import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { lang } from '../kit/i18n/lang';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Fold, Row, Rows } from '../kit/ui/Card';
import { plus } from '../kit/ui/icons';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { addAnswer, retire } from './answer-actions';
import { AnswerCard } from './AnswerCard';
import { ANSWER, answersAtHand, inOrder, wordsIn } from './answers';
import { readAnswers, useAnswers } from './answers-remote';
import { AnswerSheet } from './AnswerSheet';
import { mayEdit } from './editors';
import { t } from './words-of-answers';

interface Props {
  type: { key: string; best: readonly { id: string }[] };
}

/** Everything we answer to one kind of objection, with what became of it at visits. */
export function Answers({ type: { key, best } }: Props) {
  const read = useAnswers('offered', key);
  const [adding, setAdding] = useState(false);
  const person = me.value;
  if (!person) return null;
  const keeps = mayEdit(person);
  const around = { type: key, me: person };
  const answers = answersAtHand(read.value?.items ?? [], pendingOf(ANSWER), around);
  const firsts = new Set(best.map(({ id }) => id));
  return (
    <>
      <section>
        <h2>{t('answers')}</h2>
        <ReadNote of={read} />
        {!read.value && !read.error && <Skeleton />}
        {read.value && answers.length === 0 && <p class="meta">{t('noAnswers')}</p>}
        <div class="stack">
          {inOrder(answers, best, keeps).map((answer) => (
            <AnswerCard key={answer.id} answer={answer} isBest={firsts.has(answer.id)} />
          ))}
        </div>
        <MorePages list={read} read={(cursor) => readAnswers('offered', key, cursor)} />
        <Button icon={plus} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </section>
      {keeps && <Retired type={key} />}
      {adding && (
        <AnswerSheet
          draft={`answer-new:${key}`}
          words=""
          onSave={(text) => addAnswer(key, text)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

/** For those who keep the playbook: what is no longer offered. */
function Retired({ type }: { type: string }) {
  const read = useAnswers('retired', type);
  const person = me.value;
  if (!person) return null;
  const around = { type, me: person };
  const changes = pendingOf(ANSWER).filter(({ method }) => method !== 'POST');
  const answers = answersAtHand(read.value?.items ?? [], changes, around);
  if (answers.length === 0) return null;
  return (
    <Fold title={t('retired')} meta={t('retiredWhy')}>
      <Rows label={t('retired')}>
        {answers.map((answer) => (
          <Row
            key={answer.id}
            title={wordsIn(answer.text, lang.value)}
            after={
              <Button onClick={async () => say(t('offeredAgain'), await retire(answer, false))}>
                {t('offerAgain')}
              </Button>
            }
          />
        ))}
      </Rows>
    </Fold>
  );
}
