import { callName, fullName } from '../kit/i18n/names';
import { Ava, Pair } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { myself } from './people';
import type { PersonRef } from './wire';
import { t as tc } from './words';
import { t } from './words-of-evening';

interface Props {
  partners: readonly PersonRef[];
  onChange: () => unknown;
}

/** Who sits beside me tonight: shoulder to shoulder. */
export function PartnerRow({ partners, onChange }: Props) {
  const me = myself();
  const [first] = partners;
  return (
    <div class="row">
      <Pair>
        {me && <Ava name={fullName(me)} />}
        {partners.map((person) => (
          <Ava key={person.id} name={fullName(person)} />
        ))}
      </Pair>
      <p class="grow">
        <strong>{first ? withWhom(partners) : tc('whoBeside')}</strong>
        <br />
        <span class="meta">{t(partners.length > 1 ? 'besideTwo' : 'besideOne')}</span>
      </p>
      <Button look="quiet" onClick={onChange}>
        {t(first ? 'change' : 'chooseSomebody')}
      </Button>
    </div>
  );
}

function withWhom([first, second]: readonly PersonRef[]): string {
  if (!first) return '';
  if (!second) return t('withOne', { name: fullName(first) });
  return t('withTwo', { name: callName(first), other: callName(second) });
}
