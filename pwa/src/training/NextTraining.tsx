import { me } from '../kit/api/session';
import { dayInSentence, dayOf, daysAfter } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { pending } from '../kit/outbox';
import { Row, Rows } from '../kit/ui/Card';
import { campAtHand, campLane, nextDay } from './camp-at-hand';
import { useMyCamp } from './camp-remote';
import { mineOf, titleOf, whenOf } from './in-words';
import { useSessions } from './remote';
import type { Camp, SessionCard } from './wire';
import { t } from './words';
import { t as tc } from './words-of-camp';

const NEAR = 3;

/** A newcomer's day in camp, and the class of these days or what is still to be tried of one. */
export default function NextTraining() {
  return (
    <>
      {me.value?.newcomer && <CampRow />}
      <ClassRow />
    </>
  );
}

/** The class of these days, or what is still to be tried of one. Nothing where there is neither. */
function ClassRow() {
  const next = useSessions('coming').value?.items.find(concernsMe);
  if (!next) return null;
  const said = [whenOf(next), mineOf(next)].filter(Boolean).join(' · ');
  return (
    <Rows>
      <Row href={`/training/${next.id}`} title={`${t('next')} · ${titleOf(next)}`} meta={said} />
    </Rows>
  );
}

function concernsMe({ state, day, my_practice }: SessionCard): boolean {
  if (state === 'practising') return my_practice === 'none';
  const comes = state === 'planned' || state === 'announced';
  return comes && day >= dayOf() && day <= daysAfter(dayOf(), NEAR);
}

/** Until the handshake; what comes next in it stands in the row. */
function CampRow() {
  const read = useMyCamp().value?.camp;
  if (!read || read.finished_at) return null;
  const camp = campAtHand(read, pending(campLane(read.id)));
  return (
    <Rows>
      <Row href="/camp" title={tc('title')} meta={nextIn(camp)} />
    </Rows>
  );
}

function nextIn(camp: Camp): string {
  const today = dayOf();
  if (camp.begins_on > today) return tc('begins', { day: dayInSentence(camp.begins_on) });
  const day = nextDay(camp.days, today);
  if (day) return `${inMyLanguage(day.title)} · ${tc(day.day === today ? 'today' : 'open')}`;
  if (camp.may_shake) return tc('shake');
  const { show } = camp;
  return show && !show.held_at ? `${tc('show')} · ${dayInSentence(show.day)}` : tc('mineWhy');
}
