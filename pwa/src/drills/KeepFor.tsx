import { objectionsInWords } from '../clients/objection-types';
import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { kindsOf, MOST_OF_ANSWER } from './kept';
import type { Play } from './round';
import type { Part } from './Verdict';
import { t } from './words-of-kept';

/** One tap takes the line into the playbook, or to the team as a tip; another tap takes it back. */
export function KeepFor({ notes, say, play }: Part & { play: Play }) {
  const keep = notes.keep.trim();
  const { rep } = play.seats;
  const isMine = rep.id === me.value?.id;
  const kinds = keep.length > MOST_OF_ANSWER ? [] : kindsOf(play);
  if (!keep || (kinds.length === 0 && !isMine)) return null;
  const names = objectionsInWords();
  return (
    <Picks legend={t('forAll')}>
      <Chips>
        {kinds.map((kind) => (
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
            {t('asTip')}
          </Pick>
        )}
      </Chips>
      {!isMine && <p class="meta">{t('tipIsTheirs', { name: callName(rep) })}</p>}
    </Picks>
  );
}
