import { momentInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Fold, Row, Rows } from '../kit/ui/Card';
import { figure } from './figures';
import type { GoalDetail } from './wire';
import { t } from './words-of-one';

/** Every proposal, the latest first: what both agreed to is never overwritten. */
export function History({ goal }: { goal: GoalDetail }) {
  return (
    <Fold title={t('history')}>
      <Rows label={t('history')}>
        {goal.history.map(({ id, target, proposed_by, agreed_at, why }) => (
          <Row
            key={id}
            title={t('version', { target: figure(goal, target), name: fullName(proposed_by) })}
            meta={[
              agreed_at ? t('agreedOn', { when: momentInSentence(agreed_at) }) : t('notAgreed'),
              why,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Rows>
    </Fold>
  );
}
