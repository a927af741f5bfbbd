/** One pair interview: four lines, fifteen minutes, one line to take along. */
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayInSentence, dayOf, longDay } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Button, LinkButton } from '../kit/ui/Button';
import { Field } from '../kit/ui/Field';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { move } from './interview-actions';
import { InterviewClock } from './InterviewClock';
import { interviewLane, mySeat, namesOf, othersOf } from './interviews';
import { useInterview } from './interviews-remote';
import type { InterviewDetail } from './interviews-wire';
import { t } from './words-of-interviews';
import { OpenSheets, SheetFields, SheetLines, Takeaway } from './Worksheet';

export default function Interview() {
  const { params } = useRoute();
  const id = params['id'] ?? '';
  const read = useInterview(id);
  const { path, query, route } = useLocation();
  const one = read.value;
  const others = one ? othersOf(one, me.value?.id ?? '') : [];
  return (
    <Page
      title={one ? t('with', { names: namesOf(others, t('and')) }) : t('title')}
      meta={one && longDay(one.day)}
      back="/interviews"
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!one && !read.error && <Skeleton />}
      {one && <Whole one={one} />}
      {one && 'move' in query && <MoveSheet one={one} onClose={() => route(path, true)} />}
    </Page>
  );
}

function Whole({ one }: { one: InterviewDetail }) {
  const { path, query } = useLocation();
  const unsent = pending(interviewLane(one.id));
  const seat = mySeat(one, unsent, me.value?.id ?? '');
  const missing = one.seats.filter(({ filled, person }) => !filled && person.id !== me.value?.id);
  const opened = one.seats.every(({ worksheet }) => worksheet);
  const held = one.state === 'held';
  const writes = !held && (!seat?.worksheet || 'change' in query);
  if (!seat) return null;
  return (
    <>
      <div class="row wrap">
        <span class="grow meta">
          {one.moved_from && one.move_reason
            ? t('movedFrom', { day: dayInSentence(one.moved_from), reason: one.move_reason })
            : t('meta')}
        </span>
        {unsent.length > 0 && <Tag icon={tray}>{t('waits')}</Tag>}
        <Tag>{t(one.state)}</Tag>
      </div>
      {writes ? (
        <SheetFields id={one.id} sheet={seat.worksheet} />
      ) : (
        !opened && seat.worksheet && <SheetLines title={t('sheet')} sheet={seat.worksheet} />
      )}
      {seat.worksheet && missing.length > 0 && (
        <p role="status">
          {t('wait', {
            names: namesOf(
              missing.map(({ person }) => person),
              t('and'),
            ),
          })}
        </p>
      )}
      {opened && <OpenSheets seats={one.seats} />}
      {opened && !held && <InterviewClock id={one.id} />}
      {opened && <Takeaway id={one.id} said={seat.takeaway} />}
      <TakenByOthers one={one} />
      {!held && !writes && (
        <LinkButton look="quiet" href={`${path}?change`}>
          {t('change')}
        </LinkButton>
      )}
      {!held && (
        <LinkButton look="quiet" href={`${path}?move`}>
          {t('move')}
        </LinkButton>
      )}
    </>
  );
}

function TakenByOthers({ one }: { one: InterviewDetail }) {
  const said = one.seats.filter(({ person, takeaway }) => takeaway && person.id !== me.value?.id);
  if (said.length === 0) return null;
  return (
    <section>
      <h2>{t('whatWeTake')}</h2>
      {said.map(({ person, takeaway }) => (
        <p key={person.id}>{t('takes', { name: callName(person), words: takeaway ?? '' })}</p>
      ))}
    </section>
  );
}

interface MoveProps {
  one: InterviewDetail;
  onClose: () => unknown;
}

function MoveSheet({ one, onClose }: MoveProps) {
  const today = dayOf();
  const [day, setDay] = useState(one.day < today ? today : one.day);
  const [reason, setReason] = useState('');
  const [lacks, setLacks] = useState(false);
  const press = async () => {
    const whole = day >= today && reason.trim() !== '';
    setLacks(!whole);
    if (!whole) return;
    await move(one.id, day, reason);
    say(t('moved'));
    onClose();
  };
  return (
    <Sheet open title={t('moveTitle')} onClose={onClose}>
      <Field label={t('moveDay')} name="day" type="date" min={today} value={day} onInput={setDay} />
      <Field
        label={t('moveWhy')}
        name="reason"
        maxLength={200}
        value={reason}
        error={lacks ? t('lackMove') : undefined}
        onInput={setReason}
      />
      <Button look="main" onClick={press}>
        {t('moveSave')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}
