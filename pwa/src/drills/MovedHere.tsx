import { useEffect } from 'preact/hooks';
import { dayOf, relativeDay } from '../kit/i18n/format';
import { pendingOf } from '../kit/outbox';
import { Row, Rows } from '../kit/ui/Card';
import { evening as lamp } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { movedHereAtHand } from './postponed';
import { eveningRead } from './remote';
import type { MovedHere as Moved } from './wire';
import { t } from './words-of-moved';

/** On the day to which somebody has moved an evening: what they said, and the way to the cards. */
export default function MovedHere() {
  const read = eveningRead();
  useEffect(() => {
    if (!read.value) void read.reload();
  }, [read]);
  const moved = movedHereAtHand(read.value?.moved_here ?? null, pendingOf('postponement'), dayOf());
  if (!moved) return null;
  return (
    <Rows>
      <Row
        href="/evening"
        before={<Icon of={lamp} />}
        title={movedInWords(moved)}
        meta={t('toCards')}
      />
    </Rows>
  );
}

/** "Yesterday you moved the drill to this morning" */
export function movedInWords({ from_day, part }: Moved): string {
  return t(part === 'morning' ? 'toMorning' : 'toEvening', { from: relativeDay(from_day) });
}
