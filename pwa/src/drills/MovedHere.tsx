import { useEffect } from 'preact/hooks';
import { Row, Rows } from '../kit/ui/Card';
import { evening as lamp } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { capital, movedHereInWords } from './postponing';
import { eveningNow } from './people';
import { eveningRead } from './remote';
import { t } from './words-of-postponing';

/** On the day to which somebody has moved an evening: what they said, and the way to the cards. */
export default function MovedHere() {
  useEffect(() => {
    if (!eveningRead().value) void eveningRead().reload();
  }, []);
  const { movedHere } = eveningNow();
  if (!movedHere) return null;
  return (
    <Rows>
      <Row
        href="/evening"
        before={<Icon of={lamp} />}
        title={capital(movedHereInWords(movedHere))}
        meta={t('toCards')}
      />
    </Rows>
  );
}
