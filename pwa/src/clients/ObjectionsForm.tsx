import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { uuid7 } from '../kit/api/uuid7';
import { inMyLanguage } from '../kit/i18n/names';
import { plus } from '../kit/ui/icons';
import { ChipButton, Chips, Tiles } from '../kit/ui/Pick';
import { languageOf } from '../kit/ui/Talk';
import { bestOf } from './best-answers';
import { Exchange } from './Exchange';
import { offersFor, type Offer } from './heard';
import { MOST_LINES, withLine, withObjection } from './sheet';
import type { SheetFormProps } from './SheetForm';
import type { ObjectionExpected, ObjectionType } from './wire';
import { t } from './words-of-sheet';

const USUAL = 6;

/**
 * Up to three things the client will probably say, and the line planned for each. One stands open
 * and the others as a line, so that the whole sheet stays in sight.
 */
export function ObjectionsForm({ sheet, onChange, playbook, heard = [] }: SheetFormProps) {
  const { items } = sheet.objections;
  const types = playbook?.objection_types ?? [];
  const isFull = items.length >= MOST_LINES;
  /** Null while another is being added. */
  const [open, setOpen] = useState<string | null>(items[0]?.id ?? null);
  const [begunHere, setBegunHere] = useState<string | null>(null);
  const shown = items.find(({ id }) => id === open) ?? (isFull ? items[0] : undefined);
  const add = (given: Omit<ObjectionExpected, 'id'>) => {
    const id = uuid7();
    setOpen(id);
    onChange(withObjection(sheet, { id, ...given }));
    return id;
  };
  const offers = offersFor(sheet, heard, types);
  const take = (offer: Offer) => setBegunHere(add(offer));
  const change = (id: string, part: Partial<ObjectionExpected> | null) => {
    if (!part) setOpen(items.find((item) => item.id !== id)?.id ?? null);
    onChange(withLine(sheet, 'objections', id, part));
  };
  return (
    <>
      {shown && (
        <Exchange
          key={shown.id}
          item={shown}
          type={types.find((type) => type.key === shown.type_key)}
          begun={shown.id === begunHere}
          onChange={(part) => change(shown.id, part)}
        />
      )}
      <Others of={items.filter((item) => item !== shown)} onOpen={setOpen}>
        {shown && !isFull && (
          <>
            <ReallyHeard offers={offers.slice(0, MOST_LINES - items.length)} onTake={take} />
            <ChipButton icon={plus} onClick={() => setOpen(null)}>
              {t('oneMore')}
            </ChipButton>
          </>
        )}
      </Others>
      {!shown && (
        <Adding
          types={types.filter(
            (type) => !type.retired && !items.some((item) => item.type_key === type.key),
          )}
          offers={offers}
          onTake={take}
          onChoose={(type) => add(begun(type))}
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

interface OthersProps {
  of: readonly ObjectionExpected[];
  onOpen: (id: string) => unknown;
  children: ComponentChildren;
}

/** What else he will say; a tap opens it with its answer. */
function Others({ of, onOpen, children }: OthersProps) {
  if (of.length === 0 && !children) return null;
  return (
    <Tiles>
      {of.map(({ id, words }) => (
        <ChipButton key={id} onClick={() => onOpen(id)}>
          {words.trim() ? (
            <q class="brief" lang={languageOf(words)}>
              {words}
            </q>
          ) : (
            t('theirWordsHere')
          )}
        </ChipButton>
      ))}
      {children}
    </Tiles>
  );
}

interface AddingProps {
  types: readonly ObjectionType[];
  offers: readonly Offer[];
  onTake: (offer: Offer) => unknown;
  onChoose: (type: ObjectionType | null) => unknown;
}

type ReallyHeardProps = Pick<AddingProps, 'offers' | 'onTake'>;

/** What he has said before he will say again: one tap, and only our answer is left to write. */
function ReallyHeard({ offers, onTake }: ReallyHeardProps) {
  return (
    <>
      {offers.map((offer) => (
        <ChipButton key={offer.words} icon={plus} onClick={() => onTake(offer)}>
          <q class="brief" lang={languageOf(offer.words)}>
            {offer.words}
          </q>
        </ChipButton>
      ))}
    </>
  );
}

/** What he has really said comes before the usual ones, in the order of the playbook. */
function Adding({ types, offers, onTake, onChoose }: AddingProps) {
  const [isAll, setAll] = useState(false);
  const isHeard = offers.length > 0 && !isAll;
  const shown = isAll ? types : types.slice(0, isHeard ? USUAL / 2 : USUAL);
  return (
    <>
      <p class="meta">{t(isHeard ? 'heardAsk' : 'objectionsAsk')}</p>
      <Chips>
        {isHeard && <ReallyHeard offers={offers} onTake={onTake} />}
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
    </>
  );
}
