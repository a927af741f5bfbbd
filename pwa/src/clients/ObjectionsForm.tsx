import { useState } from 'preact/hooks';
import { inMyLanguage } from '../kit/i18n/names';
import { IconButton } from '../kit/ui/Button';
import { close, plus } from '../kit/ui/icons';
import { ChipButton, Chips } from '../kit/ui/Pick';
import { languageOf, Talk } from '../kit/ui/Talk';
import { BubbleField } from './BubbleField';
import { MOST_LINES, withLine, withObjection } from './sheet';
import type { SheetFormProps } from './SheetForm';
import type { ObjectionExpected, ObjectionType } from './wire';
import { t } from './words-of-sheet';

const USUAL = 6;

/** Up to three things the client will probably say, and the line planned for each. */
export function ObjectionsForm({ sheet, onChange, playbook }: SheetFormProps) {
  const { items } = sheet.objections;
  const types = playbook?.objection_types ?? [];
  return (
    <>
      {items.map((item) => (
        <Exchange
          key={item.id}
          item={item}
          type={types.find((type) => type.key === item.type_key)}
          onChange={(change) => onChange(withLine(sheet, 'objections', item.id, change))}
        />
      ))}
      {items.some((item) => item.type_key) && <p class="meta">{t('fromPlaybook')}</p>}
      <p class="meta">{t(items.length < MOST_LINES ? 'objectionsAsk' : 'objectionsFull')}</p>
      {items.length < MOST_LINES && (
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

/** The playbook's words and answer are a beginning; both are there to be changed. */
function begun(type: ObjectionType | null) {
  if (!type) return { type_key: null, words: '', answer: '' };
  const { key, words, answer } = type;
  return { type_key: key, words: inMyLanguage(words), answer: inMyLanguage(answer) };
}

interface ExchangeProps {
  item: ObjectionExpected;
  type: ObjectionType | undefined;
  /** Null removes the line. */
  onChange: (change: Partial<ObjectionExpected> | null) => unknown;
}

function Exchange({ item, type, onChange }: ExchangeProps) {
  return (
    <Talk>
      <p class="row">
        <span class="meta grow">{type ? inMyLanguage(type.name) : t('somethingElse')}</span>
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
        onInput={(answer) => onChange({ answer })}
      />
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
