import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayOf, shortDay } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card, Row, Rows } from '../kit/ui/Card';
import { say } from '../kit/ui/Toast';
import { languageOf } from '../kit/ui/Talk';
import { acceptRide } from './actions';
import type { DayAtHand, Seat } from './at-hand';
import { LastTime } from './LastTime';
import { MoveSheet } from './MoveSheet';
import { PrepareCard } from './PrepareCard';
import { PreparedCard } from './PreparedCard';
import { WithdrawSheet } from './WithdrawSheet';
import { t } from './words';

interface Props {
  day: DayAtHand;
  seat: Seat;
}

/** Until the day has come: the yes of both, two questions, and what was agreed the last time. */
export default function Before({ day, seat }: Props) {
  const [moving, setMoving] = useState(false);
  const other = callName(seat === 'mentor' ? day.apprentice : day.mentor);
  const asked = day.accepted_at === null;
  if (day.withdrawal) return <Withdrawn day={day} other={other} />;
  return (
    <>
      {asked && <Asked day={day} other={other} onMove={() => setMoving(true)} />}
      <LastTime day={day} />
      {seat === 'apprentice' ? (
        <PrepareCard key={day.preparation?.at ?? 'new'} day={day} />
      ) : (
        <PreparedCard day={day} />
      )}
      {!asked && <ThatDay day={day} />}
      {day.moves.map((move) => (
        <p key={move.id} class="meta">
          {t('movedFrom', { day: shortDay(move.from_day), why: move.why })}
        </p>
      ))}
      {!asked && (
        <Button look="quiet" onClick={() => setMoving(true)}>
          {t('move')}
        </Button>
      )}
      {moving && <MoveSheet day={day} onClose={() => setMoving(false)} />}
    </>
  );
}

/** It stays in the list; nothing more is to be done with it. */
function Withdrawn({ day, other }: { day: DayAtHand; other: string }) {
  const mine = day.asked_by_id === me.value?.id;
  const reason = day.withdrawal?.reason;
  return (
    <Card>
      <p>
        <strong>{t(mine ? 'youWithdrew' : 'theyWithdrew', { name: other })}</strong>
      </p>
      {reason && <p lang={languageOf(reason)}>“{reason}”</p>}
    </Card>
  );
}

function Asked({ day, other, onMove }: { day: DayAtHand; other: string; onMove: () => unknown }) {
  const mine = day.asked_by_id === me.value?.id;
  const isShort = day.day === dayOf();
  const [withdrawing, setWithdrawing] = useState(false);
  const accept = async () => {
    await acceptRide(day, isShort);
    say(t('accepted'));
  };
  return (
    <Card>
      <p>
        <strong>{t(mine ? 'youAsked' : 'theyAsk', { name: other })}</strong>
      </p>
      {day.wish && (
        <p lang={languageOf(day.wish)} class="grow">
          “{day.wish}”
        </p>
      )}
      {isShort && <p class="meta">{t('acceptShort')}</p>}
      <div class="row wrap">
        {!mine && day.day >= dayOf() && (
          <Button look="main" grow onClick={accept}>
            {t(isShort ? 'acceptToday' : 'accept')}
          </Button>
        )}
        <Button onClick={onMove}>{t('move')}</Button>
        {mine && (
          <Button look="quiet" onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      {withdrawing && <WithdrawSheet day={day} onClose={() => setWithdrawing(false)} />}
    </Card>
  );
}

function ThatDay({ day }: { day: DayAtHand }) {
  return (
    <section>
      <h2>{t('visitsThatDay')}</h2>
      {day.visits.length === 0 ? (
        <p class="meta">{t('noVisits')}</p>
      ) : (
        <Rows label={t('visitsThatDay')}>
          {day.visits.map((visit) => (
            <Row
              key={visit.visit_id}
              title={[visit.planned_time, visit.client.name].filter(Boolean).join(' ')}
              meta={callName(visit.rep)}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}
