import { useState } from 'preact/hooks';
import { objectionsInWords } from '../clients/objection-types';
import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { more } from '../kit/ui/icons';
import { ChipButton, Chips, Pick, Picks } from '../kit/ui/Pick';
import { languageOf } from '../kit/ui/Talk';
import { kindsOf, MOST_OF_ANSWER } from './kept';
import { withoutNames } from './masked';
import type { Play } from './round';
import type { Part } from './Verdict';
import { t } from './words-of-kept';

/** One tap takes the line into the playbook, or to the team as a tip; another tap takes it back. */
export function KeepFor({ notes, say, play }: Part & { play: Play }) {
  const [isAll, setAll] = useState(false);
  const keep = notes.keep.trim();
  const { rep } = play.seats;
  const isMine = rep.id === me.value?.id;
  const goes = withoutNames(keep, [play.client.name, play.bossName]);
  const kinds = goes.length > MOST_OF_ANSWER ? [] : kindsOf(play);
  if (!keep || (kinds.length === 0 && !isMine)) return null;
  const names = objectionsInWords();
  const shown = isAll ? kinds : kinds.filter((kind) => kind === (notes.keepFor ?? kinds[0]));
  return (
    <>
      <Picks legend={t('forAll')} hideLegend>
        <Chips>
          {shown.map((kind) => (
            <Pick
              key={kind}
              many
              name={`keep-${kind}`}
              value={kind}
              checked={notes.keepFor === kind}
              onPick={(is) => say({ keepFor: is ? kind : null })}
            >
              {t('intoPlaybook', { kind: names[kind] ?? kind })}
            </Pick>
          ))}
          {isMine && (
            <Pick
              many
              name="keep-tip"
              value="tip"
              checked={notes.isTip}
              onPick={(isTip) => say({ isTip })}
            >
              {t('teamTip')}
            </Pick>
          )}
          {shown.length < kinds.length && (
            <ChipButton icon={more} onClick={() => setAll(true)}>
              <span class="hide">{t('otherKinds')}</span>
            </ChipButton>
          )}
        </Chips>
      </Picks>
      {goes !== keep && <GoesAs words={goes} />}
      {!isMine && <p class="meta">{t('tipIsTheirs', { name: callName(rep) })}</p>}
    </>
  );
}

/** The line as others read it. */
export function GoesAs({ words }: { words: string }) {
  return (
    <p class="meta">
      {t('goesAs')} <q lang={languageOf(words)}>{words}</q>
    </p>
  );
}
