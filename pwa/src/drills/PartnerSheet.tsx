import { useState } from 'preact/hooks';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { colleagues } from './people';
import type { PersonRef } from './wire';
import { t } from './words';

const MOST_PARTNERS = 2;

interface ChooseProps {
  chosen: readonly PersonRef[];
  onChosen: (people: PersonRef[]) => unknown;
}

interface Props extends ChooseProps {
  open: boolean;
  onClose: () => unknown;
}

export function PartnerSheet({ open, onClose, ...choose }: Props) {
  return (
    <Sheet open={open} title={t('whoBeside')} onClose={onClose}>
      <ChoosePartners {...choose} />
    </Sheet>
  );
}

/** One or two of the team; those of the last evening are chosen already. */
export function ChoosePartners({ chosen, onChosen }: ChooseProps) {
  const [people, setPeople] = useState<readonly PersonRef[]>(chosen);
  const [error, setError] = useState<string>();
  const known = withChosen(colleagues(), chosen);
  const pick = (person: PersonRef, on: boolean) => {
    const others = people.filter(({ id }) => id !== person.id);
    const tooMany = on && others.length >= MOST_PARTNERS;
    setError(tooMany ? t('twoAtMost') : undefined);
    setPeople(on && !tooMany ? [...others, person] : others);
  };
  const done = () => {
    if (people.length > 0) onChosen([...people]);
    else setError(t('chooseOne'));
  };
  return (
    <>
      <p class="meta">{t(known.length > 0 ? 'whoBesideWhy' : 'nobodyKnown')}</p>
      <Picks legend={t('whoBeside')} hideLegend error={error}>
        <Chips>
          {known.map((person) => (
            <Pick
              key={person.id}
              many
              name="partner"
              value={person.id}
              checked={people.some(({ id }) => id === person.id)}
              onPick={(on) => pick(person, on)}
            >
              {fullName(person)}
            </Pick>
          ))}
        </Chips>
      </Picks>
      <Button look="main" onClick={done}>
        {t('sitTogether')}
      </Button>
    </>
  );
}

/** Somebody from another team who sat here the last time stays in reach. */
function withChosen(team: PersonRef[], chosen: readonly PersonRef[]): PersonRef[] {
  const known = new Set(team.map(({ id }) => id));
  return [...chosen.filter(({ id }) => !known.has(id)), ...team];
}
