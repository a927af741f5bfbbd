import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { inMyLanguage } from '../kit/i18n/names';
import { KindLink } from '../playbook/KindLink';
import { IconButton } from '../kit/ui/Button';
import { close, plus } from '../kit/ui/icons';
import { ChipButton, Chips } from '../kit/ui/Pick';
import { languageOf, Talk } from '../kit/ui/Talk';
import { bestOf } from './best-answers';
import { BestAnswers } from './BestAnswers';
import { BubbleField } from './BubbleField';
import { offersFor, type Offer } from './heard';
import { MOST_LINES, withLine, withObjection } from './sheet';
import type { SheetFormProps } from './SheetForm';
import type { ObjectionExpected, ObjectionType } from './wire';
import { t } from './words-of-sheet';

const USUAL = 6;

/** Up to three things the client will probably say, and the line planned for each. */
export function ObjectionsForm({ sheet, onChange, playbook, heard = [] }: SheetFormProps) {
  const [begunHere, setBegunHere] = useState<string | null>(null);
  const { items } = sheet.objections;
  const types = playbook?.objection_types ?? [];
  const isFull = items.length >= MOST_LINES;
  const take = (offer: Offer) => {
    const id = uuid7();
    setBegunHere(id);
    onChange(withObjection(sheet, { id, ...offer }));
  };
  return (
    <>
      {items.map((item) => (
        <Exchange
          key={item.id}
          item={item}
          type={types.find((type) => type.key === item.type_key)}
          begun={item.id === begunHere}
          onChange={(change) => onChange(withLine(sheet, 'objections', item.id, change))}
        />
      ))}
      {items.some((item) => item.type_key) && <p class="meta">{t('fromPlaybook')}</p>}
      {!isFull && <ReallyHeard offers={offersFor(sheet, heard, types)} onTake={take} />}
      <p class="meta">{t(isFull ? 'objectionsFull' : 'objectionsAsk')}</p>
      {!isFull && (
        <Choices
          types={types.filter(
            (type) => !type.retired && !items.some((item) => item.type_key === type.key),
          )}
          onChoose={(type) => onChange(withObjection(sheet, begun(type)))}
        />
      )}
    </>
  );
}

/** The playbook's words and its best answer are a beginning; both are there to be changed. */
function begun(type: ObjectionType | null) {
  if (!type) return { type_key: null, words: '', answer: '', answer_id: null };
  const { key, words } = type;
  const [first] = bestOf(type);
  return {
    type_key: key,
    words: inMyLanguage(words),
    answer: first ? inMyLanguage(first.text) : '',
    answer_id: first?.id ?? null,
  };
}

interface ReallyHeardProps {
  offers: readonly Offer[];
  onTake: (offer: Offer) => unknown;
}

/** What he has said before he will say again: one tap, and only our answer is left to write. */
function ReallyHeard({ offers, onTake }: ReallyHeardProps) {
  if (offers.length === 0) return null;
  return (
    <>
      <p class="meta">{t('heardAsk')}</p>
      <Chips>
        {offers.map((offer) => (
          <ChipButton key={offer.words} icon={plus} onClick={() => onTake(offer)}>
            <q lang={languageOf(offer.words)}>{offer.words}</q>
          </ChipButton>
        ))}
      </Chips>
    </>
  );
}

interface ExchangeProps {
  item: ObjectionExpected;
  type: ObjectionType | undefined;
  /** Its words are there already, so writing begins at the answer. */
  begun: boolean;
  /** Null removes the line. */
  onChange: (change: Partial<ObjectionExpected> | null) => unknown;
}

function Exchange({ item, type, begun, onChange }: ExchangeProps) {
  return (
    <Talk>
      <p class="row">
        <span class="meta grow">{type ? <KindLink of={type} /> : t('somethingElse')}</span>
        <IconButton icon={close} label={t('removeLine')} onClick={() => onChange(null)} />
      </p>
      <BubbleField
        voice="said"
        label={t('theirWords')}
        placeholder={t('theirWordsHere')}
        value={item.words}
        lang={languageOf(item.words)}
        onInput={(words) => onChange({ words })}
      />
      <BubbleField
        voice="ours"
        label={t('ourAnswer')}
        placeholder={t('ourAnswerHere')}
        value={item.answer}
        lang={languageOf(item.answer)}
        focused={begun}
        // In other words it is no longer the playbook's.
        onInput={(answer) => onChange({ answer, answer_id: null })}
      />
      <BestAnswers item={item} type={type} onChange={onChange} />
    </Talk>
  );
}

interface ChoicesProps {
  types: readonly ObjectionType[];
  onChoose: (type: ObjectionType | null) => unknown;
}

/** The usual ones first, in the order of the playbook. */
function Choices({ types, onChoose }: ChoicesProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? types : types.slice(0, USUAL);
  return (
    <Chips>
      {shown.map((type) => (
        <ChipButton key={type.key} onClick={() => onChoose(type)}>
          {inMyLanguage(type.short)}
        </ChipButton>
      ))}
      {shown.length < types.length && (
        <ChipButton onClick={() => setAll(true)}>{t('moreObjections')}</ChipButton>
      )}
      <ChipButton icon={plus} onClick={() => onChoose(null)}>
        {t('somethingElse')}
      </ChipButton>
    </Chips>
  );
}
