import { inMyLanguage } from '../kit/i18n/names';
import { undo } from '../kit/ui/icons';
import { ChipButton } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { KindLink } from '../playbook/KindLink';
import { howItWent } from './best-answers';
import type { BestAnswer, ObjectionExpected, ObjectionType } from './wire';
import { t } from './words-of-answers';

type Take = (change: Pick<ObjectionExpected, 'answer' | 'answer_id'>) => unknown;

interface Props {
  open: boolean;
  type: ObjectionType | undefined;
  /** What they answer. */
  words: string;
  others: readonly BestAnswer[];
  /** One's own words, while an answer of the playbook stands in their place. */
  own: string;
  onTake: Take;
  onClose: () => unknown;
}

/** The playbook's best, with how they went at visits; one tap takes one. */
export function OtherAnswers({ open, type, words, others, own, onTake, onClose }: Props) {
  return (
    <Sheet open={open} title={t('ofPlaybook')} onClose={onClose}>
      <Talk>
        {words.trim() && <Said lang={languageOf(words)}>{words}</Said>}
        <div class="grid">
          {others.map((answer) => (
            <Offered key={answer.id} answer={answer} onTake={onTake} />
          ))}
          {own && (
            <ChipButton icon={undo} onClick={() => onTake({ answer: own, answer_id: null })}>
              {t('ownAgain')}
            </ChipButton>
          )}
        </div>
        {type && <KindLink of={type} />}
      </Talk>
    </Sheet>
  );
}

export function Offered({ answer, onTake }: { answer: BestAnswer; onTake: Take }) {
  const text = inMyLanguage(answer.text);
  return (
    <ChipButton onClick={() => onTake({ answer: text, answer_id: answer.id })}>
      <span>
        <span lang={languageOf(text)}>{text}</span>
        <br />
        <span class="meta">{howItWent(answer)}</span>
      </span>
    </ChipButton>
  );
}
