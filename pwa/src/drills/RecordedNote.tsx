import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { check, eye } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { acknowledge } from './actions';
import type { DrillShown } from './drill';
import { t } from './words-of-drill';

/** For the partner: whose phone it was recorded on, until it has been seen. */
export function RecordedNote({ drill: { id, recordedBy, people, isSeen } }: { drill: DrillShown }) {
  const self = me.value?.id;
  const tookPart = people.some((person) => person.id === self);
  if (!recordedBy || recordedBy.id === self || !tookPart) return null;
  const seen = async () => {
    try {
      await acknowledge(id);
      say(t('seenNow'));
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <div class="stack">
      <Note icon={eye}>{t('recordedOn', { name: callName(recordedBy) })}</Note>
      {!isSeen && (
        <Button look="main" icon={check} onClick={seen}>
          {t('seen')}
        </Button>
      )}
    </div>
  );
}
