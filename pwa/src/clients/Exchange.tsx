import { useState } from 'preact/hooks';
import { IconButton } from '../kit/ui/Button';
import { close } from '../kit/ui/icons';
import { Tiles } from '../kit/ui/Pick';
import { languageOf, Talk } from '../kit/ui/Talk';
import { Offered, OtherAnswers } from './BestAnswers';
import { behindIn, bestOf, howItWent } from './best-answers';
import { BubbleField } from './BubbleField';
import type { ObjectionExpected, ObjectionType } from './wire';
import { t } from './words-of-answers';
import { t as ts } from './words-of-sheet';

interface Props {
  item: ObjectionExpected;
  type: ObjectionType | undefined;
  /** Its words are there already, so writing begins at the answer. */
  begun: boolean;
  /** Null removes the line. */
  onChange: (change: Partial<ObjectionExpected> | null) => unknown;
}

/** What he says and what we answer: one answer in sight, the other behind a tap with its count. */
export function Exchange({ item, type, begun, onChange }: Props) {
  const [asking, setAsking] = useState(false);
  const [own, setOwn] = useState('');
  const best = bestOf(type);
  const taken = best.find(({ id }) => id === item.answer_id);
  const first = item.answer.trim() ? undefined : best[0];
  const others = best.filter((answer) => answer !== taken && answer !== first);
  const take = (change: Pick<ObjectionExpected, 'answer' | 'answer_id'>) => {
    if (!taken) setOwn(item.answer.trim());
    setAsking(false);
    onChange(change);
  };
  return (
    <>
      <Talk>
        <div class="row">
          <BubbleField
            brief
            voice="said"
            label={ts('theirWords')}
            placeholder={ts('theirWordsHere')}
            value={item.words}
            lang={languageOf(item.words)}
            onInput={(words) => onChange({ words })}
          />
          <IconButton icon={close} label={ts('removeLine')} onClick={() => onChange(null)} />
        </div>
        <BubbleField
          brief
          voice="ours"
          label={ts('ourAnswer')}
          placeholder={ts('ourAnswerHere')}
          value={item.answer}
          lang={languageOf(item.answer)}
          focused={begun}
          // In other words it is no longer the playbook's.
          onInput={(answer) => onChange({ answer, answer_id: null })}
        />
        {first && (
          <Tiles>
            <Offered answer={first} onTake={take} />
          </Tiles>
        )}
        {(taken || others.length > 0) && (
          <p class="meta row">
            <span class="grow">{taken && howItWent(taken)}</span>
            {(others.length > 0 || own) && (
              <button type="button" class="link" onClick={() => setAsking(true)}>
                {others[0] ? behindIn(others) : t('ownAgain')}
              </button>
            )}
          </p>
        )}
      </Talk>
      <OtherAnswers
        open={asking}
        type={type}
        words={item.words}
        others={others}
        own={taken ? own : ''}
        onTake={take}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
