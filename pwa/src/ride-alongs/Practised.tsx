import { useEffect } from 'preact/hooks';
import { Fold } from '../kit/ui/Card';
import { languageOf, Ours, Said, Talk } from '../kit/ui/Talk';
import { practisedRead } from './remote';
import { t } from './words-of-field';

interface Props {
  ride: string;
  visit: string;
}

/** 昨晚练的三句: what was agreed for this client, at hand for both before the door. */
export function Practised({ ride, visit }: Props) {
  const read = practisedRead(ride);
  useEffect(() => void read.reload(), [read]);
  const lines = read.value?.visits.find(({ visit_id }) => visit_id === visit)?.agreed ?? [];
  if (lines.length === 0) return null;
  return (
    <Fold title={t('practised', { n: lines.length })} open>
      {lines.map(({ id, words, answer }) => (
        <Talk key={id}>
          <Said lang={languageOf(words)}>{words}</Said>
          <Ours lang={languageOf(answer)}>{answer}</Ours>
        </Talk>
      ))}
    </Fold>
  );
}
