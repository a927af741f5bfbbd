import { OwedRow } from '../commitments/OwedRow';
import { AdviceDue } from '../goals/AdviceDue';
import { periodOf } from '../goals/figures';
import { goalLane } from '../goals/goals';
import { t as tg } from '../goals/words';
import { me } from '../kit/api/session';
import { relativeDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Row, Rows } from '../kit/ui/Card';
import { useWaiting, type GoalWaiting, type WaitingForMeRead } from './waiting-remote';
import { t } from './words-of-waiting';

/** Where the next word is mine. A rep's reviews and promises have a place of their own on Today. */
export default function Waiting() {
  const { value } = useWaiting();
  if (!value) return null;
  const leads = me.value?.role !== 'rep';
  return (
    <>
      <NextWord of={value} leads={leads} />
      {leads && value.late.length > 0 && (
        <section>
          <h2>{t('late')}</h2>
          <Rows label={t('late')}>
            {value.late.map((one) => (
              <OwedRow key={one.kind + one.id} owed={one} isHelper mine />
            ))}
          </Rows>
        </section>
      )}
    </>
  );
}

function NextWord({ of, leads }: { of: WaitingForMeRead; leads: boolean }) {
  const answer = of.advice_to_answer.filter(notSaid);
  const agree = of.goals_to_agree.filter(notSaid);
  const advise = of.advice_to_give.filter(notSaid);
  const reviews = leads ? of.reviews : [];
  const { rides, without_ride } = of;
  const parts = [answer, agree, advise, reviews, rides, without_ride];
  if (parts.every((part) => part.length === 0)) return null;
  return (
    <section>
      <h2>{t('title')}</h2>
      <Rows label={t('title')}>
        {reviews.map(({ id, other, starts, minutes }) => (
          <Row
            key={id}
            href={`/reviews/${id}`}
            title={other ? t('reviewWith', { name: fullName(other) }) : t('reviewOfTeam')}
            meta={t('reviewAt', { starts, minutes })}
          />
        ))}
        {advise.map((goal) => (
          <GoalRow
            key={goal.id}
            goal={goal}
            title={t('toAdvise', { name: fullName(goal.owner) })}
          />
        ))}
        {answer.map((goal) => (
          <GoalRow key={goal.id} goal={goal} title={t('toAnswer')} />
        ))}
        {agree.map((goal) => (
          <GoalRow key={goal.id} goal={goal} title={whoProposes(goal)} />
        ))}
        {rides.map(({ id, other, day, offered }) => (
          <Row
            key={id}
            href={`/ride-alongs/${id}`}
            title={t(offered ? 'rideOffered' : 'rideWith', { name: fullName(other) })}
            meta={relativeDay(day)}
          />
        ))}
        {without_ride.map((person) => (
          <Row
            key={person.id}
            href={`/ride-alongs?new&with=${person.id}`}
            title={t('noRide', { name: fullName(person) })}
            meta={t('noRideWhy')}
          />
        ))}
      </Rows>
    </section>
  );
}

function GoalRow({ goal, title }: { goal: GoalWaiting; title: string }) {
  const { id, metric, advice_due } = goal;
  return (
    <Row
      href={`/goals/${id}`}
      title={title}
      meta={t('metricAndPeriod', { metric: tg(metric), period: periodOf(goal) })}
      after={advice_due && <AdviceDue day={advice_due} />}
    />
  );
}

function whoProposes({ owner }: GoalWaiting): string {
  if (owner.id === me.value?.id) return t('proposedToMe');
  return t('proposedBy', { name: fullName(owner) });
}

/** What I said on this phone waits no more, also before it is sent. */
function notSaid({ id }: GoalWaiting): boolean {
  return pending(goalLane(id)).length === 0;
}
