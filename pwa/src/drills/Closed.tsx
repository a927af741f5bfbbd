import { moon } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { closingWords } from './hours';

/** The evening is over, and nothing is asked any more. */
export function Closed() {
  return (
    <Note tone="ok" icon={moon} role="status">
      <strong>{closingWords()}</strong>
    </Note>
  );
}
