/** The talk: facts on the left, questions in their order on the right, promises and two taps at the end. */
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { Button } from '../kit/ui/Button';
import { Card, Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { check } from '../kit/ui/icons';
import { Dot, Path, Step } from '../kit/ui/Line';
import { Said, Talk as Exchange, languageOf } from '../kit/ui/Talk';
import { inMyLanguage } from '../kit/i18n/names';
import { useDraft } from '../kit/outbox';
import { answerDraft } from './actions';
import { note, sendTyped } from './typed';
import type { Question, Review } from './wire';
import { t } from './words-of-talk';

type Part = 'goal' | 'process' | 'ability' | 'help' | 'next' | 'result' | 'cause' | 'rule';

/** Which question is open: the one asked for, else the first that has no answer. */
export function openQuestion(review: Review, asked: string | undefined): Question | null {
  const { questions } = review;
  return (
    questions.find(({ part }) => part === asked) ?? questions.find((one) => !one.answer) ?? null
  );
}

export function partName({ part }: Question): string {
  return t(part as Part);
}

export function Questions({ review }: { review: Review }) {
  const { path, query } = useLocation();
  const open = openQuestion(review, query['q']);
  return (
    <Card>
      <h2 class="hide">{t('talk')}</h2>
      <Path>
        {review.questions.map((one, at) => (
          <Step key={one.key} dot={<Mark question={one} at={at} open={one === open} />}>
            {one === open ? (
              <OpenQuestion key={one.key} review={review} question={one} />
            ) : (
              <a href={`${path}?q=${one.part}`} onClick={() => sendTyped(review)}>
                <h3>{partName(one)}</h3>
                <span class="meta">{one.answer ?? inMyLanguage(one.text)}</span>
              </a>
            )}
          </Step>
        ))}
      </Path>
    </Card>
  );
}

function Mark({ question, at, open }: { question: Question; at: number; open: boolean }) {
  if (question.answer) return <Dot tone="on" icon={check} />;
  return <Dot {...(open && { tone: 'on' as const })}>{at + 1}</Dot>;
}

interface OpenProps {
  review: Review;
  question: Question;
}

function OpenQuestion({ review, question }: OpenProps) {
  const draft = useDraft(answerDraft(review.id, question.key), question.answer ?? '');
  useEffect(() => note(question, draft.value), [question, draft]);
  return (
    <div class="stack">
      <div>
        <h3>{partName(question)}</h3>
        <p class="big">{inMyLanguage(question.text)}</p>
      </div>
      {question.part === 'process' && <Heard review={review} />}
      <Field
        label={t('together')}
        name={question.key}
        lines={3}
        maxLength={2000}
        value={draft.value.value}
        onInput={(words) => {
          draft.value.value = words;
        }}
      />
    </div>
  );
}

/** What the rep was stuck at, as it was written beforehand: the talk begins with it. */
function Heard({ review }: { review: Review }) {
  const stuck = review.persons_part?.stuck;
  if (!stuck) return null;
  return (
    <Exchange>
      <Said lang={languageOf(stuck)}>{stuck}</Said>
    </Exchange>
  );
}

interface OnwardProps {
  review: Review;
  question: Question;
}

/** Goes on to the next question with what was written down. */
export function Onward({ review, question }: OnwardProps) {
  const { path, route } = useLocation();
  const at = review.questions.indexOf(question);
  const following = review.questions[at + 1];
  const press = async () => {
    await sendTyped(review);
    route(following ? `${path}?q=${following.part}` : `${path}?q=promises`, true);
  };
  return (
    <Button look="main" onClick={press}>
      {following ? t('nextQuestion', { part: partName(following) }) : t('toPromises')}
    </Button>
  );
}

const FAILURES = ['failure1', 'failure2', 'failure3', 'failure4', 'failure5'] as const;

/** 复盘 warns of what spoils it. */
export function Failures() {
  return (
    <Fold title={t('failures')} open>
      <ul>
        {FAILURES.map((one) => (
          <li key={one}>{t(one)}</li>
        ))}
      </ul>
    </Fold>
  );
}
