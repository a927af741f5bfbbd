import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { shortDay } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { fullName } from '../kit/i18n/names';
import { Bar } from '../kit/ui/Bar';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { again, check, tray } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Ours, Talk } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { retire, rewordAnswer, stillGood } from './answer-actions';
import { timesSaid, wordsIn, type AnswerShown } from './answers';
import { AnswerSheet } from './AnswerSheet';
import { AnswerUses } from './AnswerUses';
import { mayEdit } from './editors';
import { t } from './words-of-answers';

/** Under so many visits a share would be chance. */
const ENOUGH = 20;

interface Props {
  answer: AnswerShown;
  /** One of the two that are offered while somebody prepares. */
  isBest: boolean;
}

/** One answer, how it went at visits, and what may be done with it. */
export function AnswerCard({ answer, isBest }: Props) {
  const [open, setOpen] = useState(false);
  const words = wordsIn(answer.text, lang.value);
  const n = timesSaid(answer);
  return (
    <Card as="article">
      <Tags answer={answer} isBest={isBest} />
      <Talk>
        <Ours lang={languageOf(words)}>{words}</Ours>
      </Talk>
      <Counts answer={answer} n={n} />
      <p class="meta">{sourceOf(answer)}</p>
      {n > 0 && (
        <Button look="quiet" onClick={() => setOpen(!open)}>
          {t(open ? 'fewer' : 'visits')}
        </Button>
      )}
      {open && <AnswerUses answer={answer.id} />}
      <Keeping answer={answer} words={words} />
    </Card>
  );
}

function Tags({ answer: { isDue, isUnsent }, isBest }: Props) {
  const keeps = mayEdit(me.value);
  if (!isUnsent && !isBest && !(isDue && keeps)) return null;
  return (
    <p class="row">
      {isDue && keeps && (
        <Tag tone="wait" icon={again}>
          {t('due')}
        </Tag>
      )}
      {isBest && <Tag icon={check}>{t('offeredFirst')}</Tag>}
      {isUnsent && <Tag icon={tray}>{t('waits')}</Tag>}
    </p>
  );
}

function Counts({ answer, n }: { answer: AnswerShown; n: number }) {
  const { worked, partly, not_worked } = answer;
  if (n === 0) return <p class="meta">{t('notSaid')}</p>;
  const share = n >= ENOUGH ? worked / n : null;
  const percent = Math.round((share ?? 0) * 100);
  const how = [
    worked > 0 && t('timesWorked', { n: worked }),
    partly > 0 && t('timesPartly', { n: partly }),
    not_worked > 0 && t('timesNot', { n: not_worked }),
  ];
  return (
    <p class="row num">
      <span class="grow">{t('said', { n, how: how.filter(Boolean).join(t('comma')) })}</span>
      <Bar share={share} label={t('workedShare', { share: percent, n })} />
    </p>
  );
}

function sourceOf({ author, origin, checkOn, isDue }: AnswerShown): string {
  return [
    author ? t('by', { name: fullName(author) }) : t('own'),
    origin && t(origin === 'round' ? 'fromRound' : 'fromVisit'),
    checkOn && !isDue && t('lookOn', { day: shortDay(checkOn) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Trainer and admin look at it again, reword and retire it; its author rewords it. */
function Keeping({ answer, words }: { answer: AnswerShown; words: string }) {
  const [changing, setChanging] = useState(false);
  const keeps = mayEdit(me.value);
  const isMine = answer.author?.id === me.value?.id;
  if (!keeps && !isMine) return null;
  const look = async () => {
    await stillGood(answer);
    say(t('kept'));
  };
  const end = async () => say(t('retiredDone'), await retire(answer, true));
  return (
    <div class="row wrap">
      {keeps && answer.isDue && (
        <Button icon={check} grow onClick={look}>
          {t('stillGood')}
        </Button>
      )}
      <Button look="quiet" grow onClick={() => setChanging(true)}>
        {t('change')}
      </Button>
      {keeps && (
        <Button look="quiet" grow onClick={end}>
          {t('retire')}
        </Button>
      )}
      {changing && (
        <AnswerSheet
          draft={`answer-words:${answer.id}`}
          words={words}
          onSave={(text) => rewordAnswer(answer, text)}
          onClose={() => setChanging(false)}
        />
      )}
    </div>
  );
}
