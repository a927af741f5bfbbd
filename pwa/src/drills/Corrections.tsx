import { momentInSentence } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import type { Correction } from './wire';
import { t } from './words-of-drill';
import { t as tp } from './words-of-played';

/** Both versions stand: the words now are on the round, what stood before is here. */
export function Corrections({ of }: { of: readonly Correction[] }) {
  if (of.length === 0) return null;
  return (
    <ul class="stack">
      {of.map(({ id, field, before, by, at }) => (
        <li key={id} class="meta">
          {tp(field)} · {t('before', { text: before ?? t('nothing') })}
          <br />
          {t('corrected', { name: callName(by), when: momentInSentence(at) })}
        </li>
      ))}
    </ul>
  );
}
