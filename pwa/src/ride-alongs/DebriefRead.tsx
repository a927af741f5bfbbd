import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { shortDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Ava } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { check, tray } from '../kit/ui/icons';
import { DOT } from '../kit/ui/dots';
import { Dot } from '../kit/ui/Line';
import { Page } from '../kit/ui/Page';
import { languageOf } from '../kit/ui/Talk';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { answerDebrief, shareRide } from './actions';
import type { DayAtHand, Seat } from './at-hand';
import { Own } from './DebriefCards';
import { MARKS } from './debrief-form';
import type { Frame } from './DebriefWrite';
import { DifferSheet } from './DifferSheet';
import { upwards } from './icons';
import { KINDS, debriefLane } from './kinds';
import { MomentsCard } from './MomentsCard';
import { SaidDifferently } from './SaidDifferently';
import type { AcknowledgementGiven, Debrief } from './wire';
import { t } from './words-of-debrief';

interface Props {
  day: DayAtHand;
  seat: Seat;
  frame: Frame;
  note: ComponentChildren;
}

/** What was written, for whoever answers it, and for whoever reads it later. */
export function DebriefRead({ day, seat, frame, note }: Props) {
  const { debrief } = day;
  const isOnlooker = seat === 'onlooker';
  // Without the moments, which are between the two, the parts are still counted through.
  const n = isOnlooker ? 2 : 3;
  return (
    <Page
      {...frame}
      dock={seat === 'apprentice' && debrief && <Answer day={day} debrief={debrief} />}
    >
      {note}
      {!debrief ? (
        <Card>
          <p>{t('notYet', { name: callName(day.mentor) })}</p>
        </Card>
      ) : (
        <div class="stack split half">
          <div class="stack">
            <First day={day} debrief={debrief} />
            {!isOnlooker && <MomentsCard day={day} whole />}
            <Marks debrief={debrief} n={n} />
          </div>
          <div class="stack">
            <TwoAndOne debrief={debrief} n={n + 1} />
            <Agreed day={day} debrief={debrief} n={n + 2} />
            <SaidDifferently debrief={debrief} />
            {seat === 'apprentice' && <Sharing day={day} />}
          </div>
        </div>
      )}
    </Page>
  );
}

function First({ day, debrief: { counts } }: { day: DayAtHand; debrief: Debrief }) {
  return (
    <Card>
      <h2>{t('first', { n: 1, name: callName(day.apprentice) })}</h2>
      <dl class="said-so">
        <Own label={t('well')} words={counts.well} />
        <Own label={t('stuck')} words={counts.stuck} />
      </dl>
    </Card>
  );
}

interface PartProps {
  debrief: Debrief;
  /** Which part it is, counted from one. */
  n: number;
}

function Marks({ debrief: { counts }, n }: PartProps) {
  return (
    <Card>
      <h2>{t('marks', { n })}</h2>
      {MARKS.map((name) => (
        <p key={name} class="row">
          <span class="grow">{t(name)}</span>
          <strong class="num">{counts[name] ?? '–'}</strong>
        </p>
      ))}
    </Card>
  );
}

function TwoAndOne({ debrief: { counts }, n }: PartProps) {
  return (
    <Card>
      <h2>{t('twoAndOne', { n })}</h2>
      {(['strength_one', 'strength_two', 'change'] as const).map(
        (name) =>
          counts[name] && (
            <p key={name} class="row">
              {name === 'change' ? (
                <Dot tone="lamp" icon={upwards} />
              ) : (
                <Dot tone="on" icon={check} />
              )}
              <span class="grow" lang={languageOf(counts[name])}>
                {counts[name]}
              </span>
            </p>
          ),
      )}
      {counts.correction && (
        <div>
          <Tag>{t(counts.correction)}</Tag>
        </div>
      )}
    </Card>
  );
}

function Agreed({ day, debrief: { counts, agreed_at }, n }: PartProps & { day: DayAtHand }) {
  const lines = [
    { who: day.apprentice, what: counts.action, due: counts.action_due, seen: counts.action_seen },
    { who: day.mentor, what: counts.promise, due: counts.promise_due, seen: null },
  ];
  return (
    <Card>
      <div class="row">
        <h2 class="grow">{t('actionTitle', { n })}</h2>
        {agreed_at && (
          <Tag tone="ok" icon={check}>
            {t('agreedTitle')}
          </Tag>
        )}
      </div>
      {lines.map(
        ({ who, what, due, seen }) =>
          what && (
            <p key={who.id} class="row">
              <Ava name={fullName(who)} />
              <span class="grow" lang={languageOf(what)}>
                {what}
                <br />
                <span class="meta">{[due && shortDay(due), seen].filter(Boolean).join(DOT)}</span>
              </span>
            </p>
          ),
      )}
    </Card>
  );
}

function Sharing({ day }: { day: DayAtHand }) {
  return (
    <label class="row">
      <input
        type="checkbox"
        name="shared"
        checked={day.shared}
        onChange={(event) => shareRide(day, event.currentTarget.checked)}
      />
      <span class="grow">
        {t('share')}
        <br />
        <span class="meta">{t('shareWhy')}</span>
      </span>
    </label>
  );
}

/** The apprentice's own yes, on the own device; nobody gives it for them. */
function Answer({ day, debrief }: { day: DayAtHand; debrief: Debrief }) {
  const [differing, setDiffering] = useState(false);
  const version = debrief.versions.find(({ by }) => by.id === day.mentor.id);
  const sent = pending(debriefLane(day.id)).findLast(({ kind }) => kind === KINDS.answer);
  const name = callName(day.mentor);
  if (debrief.agreed_at) return <p class="meta">{t('agreedNote')}</p>;
  if (sent) {
    const { agrees } = sent.body as AcknowledgementGiven;
    return <Tag icon={tray}>{t(agrees ? 'agreedTitle' : 'differSaved', { name })}</Tag>;
  }
  if (!version) return null;
  const agree = async () => {
    await answerDebrief(day, { debrief_id: version.id, agrees: true, words: null });
    say(t('agreed'));
  };
  return (
    <>
      <p class="meta">{[t('agrees', { name }), t('counts')].join(DOT)}</p>
      <div class="row">
        <Button grow onClick={() => setDiffering(true)}>
          {t('differ')}
        </Button>
        <Button look="main" grow onClick={agree}>
          {t('agree')}
        </Button>
      </div>
      {differing && (
        <DifferSheet day={day} version={version.id} onClose={() => setDiffering(false)} />
      )}
    </>
  );
}
