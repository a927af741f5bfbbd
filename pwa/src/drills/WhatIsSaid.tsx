import { BubbleField } from '../clients/BubbleField';
import { objectionsInWords } from '../clients/objection-types';
import { uuid7 } from '../kit/api/uuid7';
import { relativeDay } from '../kit/i18n/format';
import { IconButton } from '../kit/ui/Button';
import { Fold } from '../kit/ui/Card';
import { again, close, mic, plus } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { ChipButton, Chips } from '../kit/ui/Pick';
import { languageOf, Talk } from '../kit/ui/Talk';
import {
  couldSay,
  leaveOut,
  MOST_OBJECTIONS,
  ownSentence,
  reword,
  swapHidden,
  withGoodAnswer,
  withSaid,
  type BossForm,
  type BossSays,
  type Known,
} from './boss-card';
import { t } from './words-of-boss-form';

interface Props {
  card: BossForm;
  known: Known | null;
  write: (card: BossForm) => void;
}

/** Up to three sentences, one of which the rep does not expect. */
export function WhatIsSaid({ card, known, write }: Props) {
  const { objections } = card;
  const say = (said: BossForm) => write(known ? withGoodAnswer(said, known) : said);
  return (
    <Fold
      name="boss"
      open
      mark={<Dot icon={mic} />}
      title={t('saying')}
      meta={sentencesIn(objections)}
    >
      {objections.map((said) => (
        <Sentence
          key={said.id}
          said={said}
          onWords={(words) => write(reword(card, said.id, words))}
          onLeaveOut={() => say(leaveOut(card, said.id))}
          onSwap={said.from === 'playbook' && known ? () => say(swapHidden(card, known)) : null}
        />
      ))}
      {objections.length < MOST_OBJECTIONS && (
        <More
          could={known ? couldSay(card, known) : []}
          onSay={(one) => say(withSaid(card, one))}
        />
      )}
    </Fold>
  );
}

interface SentenceProps {
  said: BossSays;
  onWords: (words: string) => void;
  onLeaveOut: () => void;
  /** Null for what cannot be swapped. */
  onSwap: (() => void) | null;
}

function Sentence({ said, onWords, onLeaveOut, onSwap }: SentenceProps) {
  const { words, from, on } = said;
  return (
    <Talk>
      <div class="row">
        <BubbleField
          brief
          voice="said"
          label={t('yourWords')}
          placeholder={t('yourWords')}
          value={words}
          lang={languageOf(words)}
          onInput={onWords}
        />
        {onSwap && <IconButton icon={again} label={t('another')} onClick={onSwap} />}
        <IconButton icon={close} label={t('leaveOut', { words })} onClick={onLeaveOut} />
      </div>
      <p class="meta">{from === 'heard' ? t('heard', { day: relativeDay(on ?? '') }) : t(from)}</p>
    </Talk>
  );
}

/** By the name of its kind: whole sentences would push the clock's button out of sight. */
function More({ could, onSay }: { could: readonly BossSays[]; onSay: (one: BossSays) => void }) {
  const kinds = objectionsInWords();
  return (
    <>
      <p class="hide">{t('alsoSay')}</p>
      <Chips>
        {could.map((one) => (
          <ChipButton key={one.id} icon={plus} onClick={() => onSay(one)}>
            <span class="brief one">{kinds[one.typeKey ?? ''] ?? one.words}</span>
          </ChipButton>
        ))}
        <ChipButton icon={plus} onClick={() => onSay(ownSentence(uuid7()))}>
          {t('somethingElse')}
        </ChipButton>
      </Chips>
    </>
  );
}

function sentencesIn(objections: readonly BossSays[]): string {
  const sentences = t('sentences', { n: objections.length });
  return objections.some(({ hidden }) => hidden) ? t('withHidden', { sentences }) : sentences;
}
