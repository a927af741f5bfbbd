import { useState } from 'preact/hooks';
import { inMyLanguage } from '../kit/i18n/names';
import { undo } from '../kit/ui/icons';
import { ChipButton, Tiles } from '../kit/ui/Pick';
import { languageOf } from '../kit/ui/Talk';
import { bestOf, howItWent } from './best-answers';
import type { BestAnswer, ObjectionExpected, ObjectionType } from './wire';
import { t } from './words-of-answers';

interface Props {
  item: ObjectionExpected;
  type: ObjectionType | undefined;
  onChange: (change: Pick<ObjectionExpected, 'answer' | 'answer_id'>) => unknown;
}

/** The playbook's best two, with how they went at visits; one tap takes one. */
export function BestAnswers({ item, type, onChange }: Props) {
  const [own, setOwn] = useState('');
  const best = bestOf(type);
  const taken = best.find(({ id }) => id === item.answer_id);
  const take = (answer: BestAnswer) => {
    if (!taken) setOwn(item.answer.trim());
    onChange({ answer: inMyLanguage(answer.text), answer_id: answer.id });
  };
  if (best.length === 0) return null;
  return (
    <>
      {taken && <p class="meta">{howItWent(taken)}</p>}
      <Tiles>
        {best
          .filter((answer) => answer !== taken)
          .map((answer) => (
            <Offered key={answer.id} answer={answer} onTake={() => take(answer)} />
          ))}
        {taken && own && (
          <ChipButton icon={undo} onClick={() => onChange({ answer: own, answer_id: null })}>
            {t('ownAgain')}
          </ChipButton>
        )}
      </Tiles>
    </>
  );
}

function Offered({ answer, onTake }: { answer: BestAnswer; onTake: () => unknown }) {
  const text = inMyLanguage(answer.text);
  return (
    <ChipButton onClick={onTake}>
      <span>
        <span lang={languageOf(text)}>{text}</span>
        <br />
        <span class="meta">{howItWent(answer)}</span>
      </span>
    </ChipButton>
  );
}
