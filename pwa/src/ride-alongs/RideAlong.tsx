/** One day side by side: what was agreed before it, the visits with their rung, the notes of the way. */
import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { online } from '../kit/api/network';
import { DOT } from '../kit/ui/dots';
import { me } from '../kit/api/session';
import { dayOf, longDay } from '../kit/i18n/format';
import { callName, fullName, inMyLanguage } from '../kit/i18n/names';
import { items } from '../kit/outbox';
import { Ava, Pair } from '../kit/ui/Ava';
import { offline } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { dayAtHand, seatOf, type DayAtHand } from './at-hand';
import { Field, FieldDock } from './Field';
import { Onlooker } from './Onlooker';
import { useRide } from './remote';
import { t } from './words';
import { late } from '../late';
import { t as tf } from './words-of-field';

/** Each half of the day is fetched when it has come. */
const Before = late(
  () => import('./Before'),
  () => <Skeleton />,
);

export default function RideAlong() {
  const id = useRoute().params.id ?? '';
  const read = useRide(id);
  const person = me.value;
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  if (!person) return null;
  if (!read.value) {
    return (
      <Page title={t('title')} back="/ride-alongs">
        <ReadNote of={read} />
        {!read.error && <Skeleton rows={4} />}
      </Page>
    );
  }
  const day = dayAtHand(read.value, items.value, person);
  const seat = seatOf(day, person.id);
  const inField = seat !== 'onlooker' && day.accepted_at !== null && day.day <= dayOf();
  return (
    <Page
      title={t('with', { mentor: callName(day.mentor), apprentice: callName(day.apprentice) })}
      meta={metaOf(day)}
      back="/ride-alongs"
      refresh={[read]}
      actions={<Around day={day} />}
      dock={inField && <FieldDock day={day} seat={seat} />}
    >
      {online.value && <ReadNote of={read} />}
      {seat === 'onlooker' ? (
        <Onlooker day={day} />
      ) : inField ? (
        <Field day={day} seat={seat} />
      ) : (
        <Before day={day} seat={seat} />
      )}
    </Page>
  );
}

function Around({ day }: { day: DayAtHand }) {
  return (
    <>
      {!online.value && <Tag icon={offline}>{tf('offline')}</Tag>}
      <Pair>
        <Ava name={fullName(day.mentor)} />
        <Ava name={fullName(day.apprentice)} />
      </Pair>
    </>
  );
}

/** "Thursday 26 March · Skill coaching · Focus: objections" */
function metaOf({ day, purpose, preparation }: DayAtHand): string {
  const skill = playbookRead().value?.skills.find(
    ({ key }) => key === preparation?.focus_skill_key,
  );
  return [
    longDay(day),
    purpose && t(`for_${purpose}`),
    skill && t('focus', { skill: inMyLanguage(skill.name) }),
  ]
    .filter(Boolean)
    .join(DOT);
}
