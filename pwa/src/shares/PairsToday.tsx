import { dayOf } from '../kit/i18n/format';
import { pendingOf } from '../kit/outbox';
import { Row, Rows } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { InterviewRow } from './Interviews';
import { useInterviews } from './interviews-remote';
import { nameOf } from './Rivals';
import { daysOf, PK, stillThere } from './rivals';
import { useRivalries } from './rivals-remote';
import { t } from './words-of-rivals';

/** This week's interview and a PK that is open; nothing where there is neither. */
export default function PairsToday() {
  const next = useInterviews().value?.items.find(
    ({ state, day }) => state !== 'held' && day >= dayOf(),
  );
  const pks = stillThere(useRivalries().value?.items ?? [], pendingOf(PK));
  const pk = pks.find(({ state }) => state !== 'settled');
  if (!next && !pk) return null;
  return (
    <Rows>
      {next && <InterviewRow one={next} />}
      {pk && (
        <Row
          href={`/rivals/${pk.id}`}
          title={nameOf(pk)}
          meta={daysOf(pk)}
          after={<Tag>{t(pk.state)}</Tag>}
        />
      )}
    </Rows>
  );
}
