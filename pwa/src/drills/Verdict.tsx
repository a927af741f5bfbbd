import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { callName, fullName } from '../kit/i18n/names';
import { Ava, Pair } from '../kit/ui/Ava';
import { Fold } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { mic } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Page } from '../kit/ui/Page';
import { AgreedLines } from './AgreedLines';
import { BossSays } from './BossSays';
import { InBrief } from './InBrief';
import { KeepAndChange } from './KeepAndChange';
import { LeaveRound } from './LeaveRound';
import { note, type Notes } from './round';
import { peopleOf } from './seats';
import { Ticks } from './Ticks';
import type { Table } from './use-round';
import { useRoundEnd } from './use-round-end';
import { VerdictDock } from './VerdictDock';
import { t } from './words-of-verdict';

/** What every part of this screen is given; each is a card that opens, so that all are in sight. */
export interface Part {
  notes: Notes;
  say: (said: Partial<Notes>) => void;
}

/** The boss speaks first; the rest of the table appears when that is said. */
export default function Verdict(table: Table) {
  const { play, step, tonight } = table;
  const { notes, seats } = play;
  const [asked, setAsked] = useState(false);
  const end = useRoundEnd(table);
  const part: Part = { notes, say: (said) => step(note(play, said)) };
  const isSaid = notes.verdict !== null;
  const rep = callName(seats.rep);
  const error = asked && !isSaid ? t('verdictMissing', { name: rep }) : undefined;
  return (
    <Page
      title={t('bossFirst')}
      meta={
        <span class="brief one">
          {t('verdictMeta', { n: play.number, client: play.client.name })}
        </span>
      }
      actions={
        <>
          <Pair>
            {peopleOf(seats).map((person) => (
              <Ava key={person.id} name={fullName(person)} />
            ))}
          </Pair>
          <LeaveRound clear={table.clear} tonight={tonight} />
        </>
      }
      dock={<VerdictDock table={table} end={end} onAsk={() => setAsked(true)} />}
    >
      <BossSays {...part} boss={callName(seats.boss)} error={error} />
      {isSaid && (
        <div class="stack">
          <OwnWords {...part} rep={rep} boss={callName(seats.boss)} />
          <Ticks {...part} rep={rep} mine={seats.rep.id === me.value?.id} />
          <KeepAndChange {...part} play={play} />
          {notes.lines.length > 0 && <AgreedLines {...part} />}
        </div>
      )}
    </Page>
  );
}

/** What decided it for the boss, and after that it is the rep's turn, so this one stands open. */
function OwnWords({ notes, say, rep, boss }: Part & { rep: string; boss: string }) {
  const { keyMoment, repWords } = notes;
  return (
    <Fold
      name="verdict"
      open
      mark={<Dot {...((keyMoment + repWords).trim() && { tone: 'on' })} icon={mic} />}
      title={t('ownWords', { name: rep })}
      meta={<InBrief of={[keyMoment, repWords]} />}
    >
      <Field
        label={t('keyMoment', { name: boss })}
        name="key_moment"
        lines={1}
        maxLength={2000}
        placeholder={t('keyMomentHint')}
        value={keyMoment}
        onInput={(said) => say({ keyMoment: said })}
      />
      <Field
        label={t('ownWords', { name: rep })}
        hint={t('ownWordsHint')}
        name="rep_words"
        lines={1}
        maxLength={2000}
        value={repWords}
        onInput={(words) => say({ repWords: words })}
      />
    </Fold>
  );
}
