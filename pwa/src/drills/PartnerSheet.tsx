import { useState } from 'preact/hooks';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { colleagues, eveningNow } from './people';
import type { PersonRef, Suggested } from './wire';
import { t as tc } from './words';
import { t } from './words-of-partner';

const MOST_PARTNERS = 2;

interface ChooseProps {
  chosen: readonly PersonRef[];
  onChosen: (people: PersonRef[]) => unknown;
}

interface Props extends ChooseProps {
  open: boolean;
  onClose: () => unknown;
  /** Nobody is here, or somebody is now. */
  onWait: (waits: boolean) => unknown;
}

export function PartnerSheet({ open, onClose, onWait, ...choose }: Props) {
  const { waits } = eveningNow();
  return (
    <Sheet open={open} title={tc('whoBeside')} onClose={onClose}>
      <ChoosePartners {...choose} />
      <Button look="quiet" onClick={() => onWait(!waits)}>
        {t(waits ? 'waitNoMore' : 'iWait')}
      </Button>
    </Sheet>
  );
}

/** One or two of the team: those who are suggested say why. */
export function ChoosePartners({ chosen, onChosen }: ChooseProps) {
  const [people, setPeople] = useState<readonly PersonRef[]>(chosen);
  const [error, setError] = useState<string>();
  const { suggested } = eveningNow();
  const isSuggested = new Set(suggested.map(({ person }) => person.id));
  const others = withChosen(colleagues(), chosen).filter(({ id }) => !isSuggested.has(id));
  const pick = (person: PersonRef, on: boolean) => {
    const rest = people.filter(({ id }) => id !== person.id);
    const tooMany = on && rest.length >= MOST_PARTNERS;
    setError(tooMany ? tc('twoAtMost') : undefined);
    setPeople(on && !tooMany ? [...rest, person] : rest);
  };
  const done = () => {
    if (people.length > 0) onChosen([...people]);
    else setError(tc('chooseOne'));
  };
  const group = { people, onPick: pick };
  const known = suggested.length + others.length > 0;
  return (
    <>
      <p class="meta">{tc(known ? 'whoBesideWhy' : 'nobodyKnown')}</p>
      {suggested.length > 0 && (
        <Group {...group} legend={t('suggestedTonight')} offered={suggested} />
      )}
      <Group
        {...group}
        legend={suggested.length > 0 ? t('others') : tc('whoBeside')}
        hideLegend={suggested.length === 0}
        offered={others.map((person) => ({ person, why: null }))}
        error={error}
      />
      <Button look="main" onClick={done}>
        {tc('sitTogether')}
      </Button>
    </>
  );
}

interface GroupProps {
  legend: string;
  hideLegend?: boolean;
  offered: readonly { person: PersonRef; why: Suggested['why'] | null }[];
  people: readonly PersonRef[];
  onPick: (person: PersonRef, on: boolean) => unknown;
  error?: string | undefined;
}

function Group({ legend, hideLegend = false, offered, people, onPick, error }: GroupProps) {
  return (
    <Picks legend={legend} hideLegend={hideLegend} error={error}>
      <Chips>
        {offered.map(({ person, why }) => (
          <Pick
            key={person.id}
            many
            name="partner"
            value={person.id}
            checked={people.some(({ id }) => id === person.id)}
            onPick={(on) => onPick(person, on)}
          >
            <span>{fullName(person)}</span>
            {why && <span class="meta">{t(why)}</span>}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

/** Somebody from another team who sat here the last time stays in reach. */
function withChosen(team: PersonRef[], chosen: readonly PersonRef[]): PersonRef[] {
  const known = new Set(team.map(({ id }) => id));
  return [...chosen.filter(({ id }) => !known.has(id)), ...team];
}
