import { useState } from 'preact/hooks';
import { callName, fullName } from '../kit/i18n/names';
import { Ava, Pair } from '../kit/ui/Ava';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { Page } from '../kit/ui/Page';
import { AgreedLines } from './AgreedLines';
import { BossSays } from './BossSays';
import { KeepAndChange } from './KeepAndChange';
import { LeaveRound } from './LeaveRound';
import { note, type Notes } from './round';
import { peopleOf } from './seats';
import { Ticks } from './Ticks';
import type { Table } from './use-round';
import { useRoundEnd } from './use-round-end';
import { VerdictDock } from './VerdictDock';
import { t } from './words-of-round';

/** What every part of this screen is given. */
export interface Part {
  notes: Notes;
  say: (said: Partial<Notes>) => void;
}

/** The boss speaks first; the rest of the table appears when that is said. */
export function Verdict(table: Table) {
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
      meta={t('verdictMeta', { n: play.number, client: play.client.name })}
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
        <>
          <Card>
            <Field
              label={t('ownWords', { name: rep })}
              hint={t('ownWordsHint')}
              name="rep_words"
              lines={1}
              maxLength={2000}
              value={notes.repWords}
              onInput={(repWords) => part.say({ repWords })}
            />
          </Card>
          <Ticks {...part} rep={rep} />
          <KeepAndChange {...part} />
          {notes.lines.length > 0 && <AgreedLines {...part} />}
        </>
      )}
    </Page>
  );
}
