import { dayInSentence, dayOf, daysAfter } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { thanks } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { languageOf } from '../kit/ui/Talk';
import { MorePages } from '../people/MorePages';
import { periodOf } from './figures';
import { readRewards, useRewards } from './remote';
import type { Reward } from './wire';
import { t } from './words';

const MOST = 3;
const DAYS = 7;

/** What somebody of the team was thanked for, the newest first; on Today only what is new this week. */
export default function TeamThanks({ today = false }: { today?: boolean }) {
  const read = useRewards();
  const all = read.value?.items ?? [];
  const shown = today ? all.filter(isNew).slice(0, MOST) : all;
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{t('teamThanks')}</h2>
      <Rows label={t('teamThanks')}>
        {shown.map((one) => (
          <Thanked key={one.id} reward={one} />
        ))}
      </Rows>
      {!today && <MorePages list={read} read={readRewards} />}
    </section>
  );
}

function Thanked({ reward: { owner, by, why, goal, given_at } }: { reward: Reward }) {
  const what = t('reachedGoal', { metric: t(goal.metric), period: periodOf(goal) });
  const from = t('thanksBy', { name: fullName(by), day: dayInSentence(dayOf(given_at)) });
  return (
    <Row
      before={<Icon of={thanks} />}
      title={
        <>
          {t('nameAndWhy', { name: fullName(owner) })}
          <span lang={languageOf(why)}>{why}</span>
        </>
      }
      meta={[what, from].join(' · ')}
    />
  );
}

function isNew({ given_at }: Reward): boolean {
  return dayOf(given_at) > daysAfter(dayOf(), -DAYS);
}
