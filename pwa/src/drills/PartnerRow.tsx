import { callName, fullName } from '../kit/i18n/names';
import { Ava, Pair } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { myself } from './myself';
import type { Beside } from './beside';
import type { PersonRef } from './wire';
import { t as tc } from './words';
import { t } from './words-of-partner';

interface Props {
  beside: Beside;
  /** I have said that I wait for somebody. */
  waits: boolean;
  onChange: () => unknown;
}

/** Who sits beside me tonight: shoulder to shoulder. */
export function PartnerRow({ beside, waits, onChange }: Props) {
  const me = myself();
  const { people } = beside;
  const [first] = people;
  const alone = waits ? t('youWait') : tc('whoBeside');
  return (
    <div class="row">
      <Pair>
        {me && <Ava name={fullName(me)} />}
        {people.map((person) => (
          <Ava key={person.id} name={fullName(person)} />
        ))}
      </Pair>
      <p class="grow">
        <strong>{first ? withWhom(people) : alone}</strong>
        <br />
        <span class="meta">{!first && waits ? t('youWaitWhy') : whyInWords(beside)}</span>
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

function whyInWords({ people, why }: Beside): string {
  switch (why) {
    case null:
    case 'chosen':
      return t(people.length > 1 ? 'besideTwo' : 'besideOne');
    case 'last':
      return t('lastTime');
    case 'offered':
    case 'going':
      return t(why);
    default:
      return t('suggested', { why: t(why) });
  }
}
