import { t as tc } from '../commitments/words-of-corrections';
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { dayInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card, Row, Rows } from '../kit/ui/Card';
import { lock, thanks } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Ours, Talk } from '../kit/ui/Talk';
import { say } from '../kit/ui/Toast';
import { meRead } from '../people/me-remote';
import { answerAdvice } from './actions';
import { late } from '../late';
import type { GoalDetail } from './wire';
import { t } from './words-of-one';

const Nothing = () => null;
const AdviceSheet = late(() => import('./AdviceSheet'), Nothing);
const AnswerSheet = late(() => import('./AnswerSheet'), Nothing);
const RewardSheet = late(() => import('./RewardSheet'), Nothing);

interface Props {
  goal: GoalDetail;
  isMine: boolean;
}

/** After the period: advice and its answer, or thanks. */
export function End({ goal, isMine }: Props) {
  const { path, query, route } = useLocation();
  const leads = !isMine && me.value?.role === 'manager';
  const close = () => route(path, true);
  return (
    <>
      {goal.advice_due && <Owed goal={goal} due={goal.advice_due} leads={leads} isMine={isMine} />}
      <AdviceCard goal={goal} isMine={isMine} leads={leads} />
      {goal.reward && <Thanks goal={goal} />}
      {leads && goal.state === 'met' && (
        <LinkButton look="main" icon={thanks} href={`${path}?thank`}>
          {t('sayThanks')}
        </LinkButton>
      )}
      {leads && 'advise' in query && <AdviceSheet goal={goal} onClose={close} />}
      {leads && 'thank' in query && <RewardSheet goal={goal} onClose={close} />}
      {isMine && 'answer' in query && <AnswerSheet goal={goal} onClose={close} />}
    </>
  );
}

/** The manager owes it; the rep is told on whose side it is. */
function Owed({ goal, due, leads, isMine }: Props & { due: string; leads: boolean }) {
  const { path } = useLocation();
  const day = dayInSentence(due);
  if (!leads && !isMine) return null;
  const manager = meRead().value?.manager;
  return (
    <Card>
      <h2>{t('advice')}</h2>
      <p>
        {leads
          ? t('adviceNeeded', { name: fullName(goal.owner), day })
          : t('adviceOwed', { name: manager ? fullName(manager) : '', day })}
      </p>
      {leads && (
        <LinkButton look="main" href={`${path}?advise`}>
          {t('giveAdvice')}
        </LinkButton>
      )}
    </Card>
  );
}

function AdviceCard({ goal, isMine, leads }: Props & { leads: boolean }) {
  const { path } = useLocation();
  const { advice } = goal;
  if (!advice) return null;
  const accept = async () => {
    await answerAdvice(goal, null);
    say(t('answered'));
  };
  return (
    <Card>
      <div class="row">
        <h2 class="grow">{t('advice')}</h2>
        <Tag>{tc(advice.kind)}</Tag>
      </div>
      <p class="meta row">
        <Icon of={lock} small />
        {t('advicePrivate')}
      </p>
      <Talk>
        <Ours lang={languageOf(advice.words)}>{advice.words}</Ours>
      </Talk>
      <Advised advice={advice} />
      {advice.answer_words && <p>{t('youSaw', { words: advice.answer_words })}</p>}
      {advice.promise && <Agreed promise={advice.promise} />}
      {advice.answer && <p class="meta">{t('closedWith')}</p>}
      <Leads leads={advice.leads} isMine={isMine} />
      {!advice.answer && isMine && (
        <div class="row wrap">
          <Button look="main" onClick={accept}>
            {t('agreeAdvice')}
          </Button>
          <LinkButton look="quiet" href={`${path}?answer`}>
            {t('otherCause')}
          </LinkButton>
        </div>
      )}
      {!advice.answer && leads && (
        <LinkButton look="quiet" href={`${path}?advise`}>
          {t('changeAdvice')}
        </LinkButton>
      )}
    </Card>
  );
}

type AdviceRead = NonNullable<GoalDetail['advice']>;

/** The step as it was advised; once another one is agreed, it is only what was advised. */
function Advised({
  advice: { answer, step, step_due, how_seen, promise },
}: {
  advice: AdviceRead;
}) {
  if (answer === 'other_cause') return <p class="meta">{t('adviceWas', { step })}</p>;
  if (promise) return null;
  return (
    <>
      <p>{t('stepBy', { step, day: dayInSentence(step_due) })}</p>
      <p class="meta">{t('seenBy', { words: how_seen })}</p>
    </>
  );
}

/** The promise it ended in, for both: whose, until when, and how they will see it. */
function Agreed({ promise }: { promise: NonNullable<AdviceRead['promise']> }) {
  const { owner, words, due, how_seen } = promise;
  return (
    <>
      <p>{t('stepOf', { name: fullName(owner), step: words, day: dayInSentence(due) })}</p>
      <p class="meta">{t('seenBy', { words: how_seen })}</p>
    </>
  );
}

function Thanks({ goal: { reward } }: { goal: GoalDetail }) {
  if (!reward) return null;
  return (
    <Card>
      <div class="row">
        <Icon of={thanks} />
        <p class="grow">
          <strong>{fullName(reward.by)}</strong>
          <br />
          {reward.why}
        </p>
      </div>
    </Card>
  );
}

type LeadsRead = AdviceRead['leads'];

/** Where what came of it waits for the rep. */
const PLACES: Record<LeadsRead[number]['kind'], (id: string) => string> = {
  review_question: () => '/reviews',
  case: (id) => `/cases/${id}`,
  rival: (id) => `/rivals/${id}`,
  topic: () => '/training/topics',
  session: (id) => `/training/${id}`,
  drill_plan: () => '/evening',
  ride_focus: () => '/ride-alongs',
};

/** What the method laid out once both knew what it was about; the ways are the rep's own. */
function Leads({ leads, isMine }: { leads: LeadsRead; isMine: boolean }) {
  if (leads.length === 0) return null;
  return (
    <>
      <h3>{t(isMine ? 'leads' : 'leadsOf')}</h3>
      <Rows label={t(isMine ? 'leads' : 'leadsOf')}>
        {leads.map(({ kind, record_id: id }) => (
          <Row
            key={kind}
            {...(isMine && { href: PLACES[kind](id ?? '') })}
            title={t(`lead_${kind}`)}
            meta={t(`why_${kind}`)}
          />
        ))}
      </Rows>
    </>
  );
}
