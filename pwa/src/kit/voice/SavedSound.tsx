import { Button } from '../ui/Button';
import { bin } from '../ui/icons';
import { say } from '../ui/Toast';
import { Player } from './Player';
import type { SavedNote } from './saved-note';
import { t } from './words-of-saved';

interface Props {
  note: SavedNote;
  /** What it is, once it has arrived. */
  told: string;
  /** Takes it out of the form; returns the way back. */
  drop: () => () => void;
}

/** A recording that was saved before, in the form that it belongs to: heard again, or taken away on saving. */
export function SavedSound({ note: { id, sound, seconds, item }, told, drop }: Props) {
  return (
    <>
      <div class="row">
        <Player key={id} sound={sound} seconds={seconds} />
        <Button look="quiet" icon={bin} onClick={() => say(t('awayOnSave'), drop())}>
          {t('takeAway')}
        </Button>
      </div>
      <p class="meta">{item ? t('waitsToBeSent') : told}</p>
    </>
  );
}
