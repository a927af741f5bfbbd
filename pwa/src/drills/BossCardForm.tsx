import { Button, IconButton } from '../kit/ui/Button';
import { Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { boss as bossIcon, close, play as playIcon, thanks } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { useTitle } from '../kit/ui/Page';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { languageOf } from '../kit/ui/Talk';
import { MOODS, TEMPERS, whatMovesIn, type BossForm } from './boss-card';
import { bossName, moodInWords } from './boss-words';
import { InBrief } from './InBrief';
import { MOST_WORDS } from './lines';
import { backToCover, writeBossCard } from './round';
import { Seat } from './Seat';
import { startClock } from './start-clock';
import type { Table } from './use-round';
import { t as tb } from './words-of-boss';
import { t } from './words-of-boss-form';
import { WhatIsSaid } from './WhatIsSaid';

/** The boss's look at the secret card before the clock runs; as it is suggested it is good enough. */
export default function BossCardForm(table: Table) {
  const { play, step, known } = table;
  const name = bossName(play);
  const heading = useTitle(tb('youAreTheBoss'));
  const card = play.bossCard;
  const change = (part: Partial<BossForm>) =>
    step(writeBossCard(play, { ...card, ...part, isOwn: true }));
  return (
    <>
      <Seat
        seat="boss"
        round={play.number}
        action={
          <IconButton icon={close} label={t('toCover')} onClick={() => step(backToCover(play))} />
        }
      >
        <h1 ref={heading} tabIndex={-1} lang={languageOf(name)}>
          {name}
        </h1>
        <p>{tb('bossOnly')}</p>
      </Seat>
      <main class="boss">
        <div class="stack">
          <WhoYouAre card={card} change={change} />
          <WhatIsSaid card={card} known={known} write={change} />
          <WhatMoves card={card} change={change} />
        </div>
      </main>
      <footer class="dock boss">
        <Button look="main" icon={playIcon} onClick={() => startClock(table)}>
          {t('startClock', { n: play.minutes })}
        </Button>
      </footer>
    </>
  );
}

interface Part {
  card: BossForm;
  change: (part: Partial<BossForm>) => void;
}

function WhoYouAre({ card, change }: Part) {
  return (
    <Fold
      name="boss"
      mark={<Dot icon={bossIcon} />}
      title={t('today')}
      meta={<InBrief of={[moodInWords(card)]} />}
    >
      <Picks legend={t('temper')}>
        <Chips>
          {TEMPERS.map((temper) => (
            <Pick
              key={temper}
              name="temper"
              value={temper}
              checked={card.temper === temper}
              onPick={() => change({ temper })}
            >
              {tb(temper)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Picks legend={t('mood')}>
        <Chips>
          {MOODS.map((mood) => (
            <Pick
              key={mood}
              name="mood"
              value={mood}
              checked={card.mood === mood}
              onPick={() => change({ mood })}
            >
              {tb(mood)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Field
        label={t('note')}
        placeholder={t('noteHint')}
        name="note"
        lines={1}
        maxLength={MOST_WORDS}
        value={card.note}
        onInput={(note) => change({ note })}
      />
    </Fold>
  );
}

function WhatMoves({ card, change }: Part) {
  const moves = whatMovesIn(card);
  return (
    <Fold
      name="boss"
      mark={<Dot icon={thanks} />}
      title={t('whatMoves')}
      meta={<InBrief of={[moves]} />}
    >
      <Field
        label={t('yourWords')}
        hint={t('whatMovesWhy')}
        name="moved_by"
        lines={2}
        maxLength={2000}
        placeholder={card.goodAnswer}
        value={card.movedBy}
        onInput={(movedBy) => change({ movedBy })}
      />
    </Fold>
  );
}
