import { offeredBy } from '../drills/evening-at-hand';
import { myself } from '../drills/myself';
import { whenInWords, whyInWords } from '../drills/postponing';
import { unsentOfEvening } from '../drills/unsent';
import { t as tp } from '../drills/words-of-partner';
import { t as tw } from '../drills/words-of-postponing';
import { dayOf, money, relativeDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { Ava, Pair } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { check } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { openInWords } from './GlanceParts';
import { offerOf, type Matter } from './team-evening';
import type { BigOrder, Helped, Missed } from './team-evening-remote';
import { t } from './words-of-team-evening';

interface Props {
  title: string;
  matters: readonly Matter[];
  kind: Matter['kind'];
  base: string;
  current: string | undefined;
}

/** Matters of one kind; nobody is counted, nobody stands above another. */
export function MatterList({ title, matters, kind, base, current }: Props) {
  const shown = matters.filter((matter) => matter.kind === kind);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Rows>
        {shown.map((matter) => (
          <Row
            key={matter.key}
            href={`${base}?open=${matter.key}`}
            current={matter.key === current}
            before={<Ava name={fullName(matter.of.person)} />}
            title={titleOf(matter)}
            meta={metaOf(matter)}
            after={<WhoComes matter={matter} />}
          />
        ))}
      </Rows>
    </section>
  );
}

export function HelpedList({ helped }: { helped: readonly Helped[] }) {
  if (helped.length === 0) return null;
  return (
    <section>
      <h2>{t('helped')}</h2>
      <Rows>
        {helped.map(({ person, by, origin }) => (
          <Row
            key={`${origin.id} ${person.id} ${by.id}`}
            href={origin.kind === 'drill' ? `/drills/${origin.id}` : `/help-requests/${origin.id}`}
            before={
              <Pair>
                <Ava name={fullName(person)} />
                <Ava name={fullName(by)} />
              </Pair>
            }
            title={t(origin.kind === 'drill' ? 'playedWith' : 'answeredBy', {
              name: callName(person),
              by: callName(by),
            })}
          />
        ))}
      </Rows>
    </section>
  );
}

/** Somebody comes already, perhaps I. */
function WhoComes({ matter }: { matter: Matter }) {
  const { person, day, by: stored } = offerOf(matter);
  const me = myself();
  const by = offeredBy(stored, unsentOfEvening(), { day, person: person.id, me });
  if (!by) return null;
  const mine = by.id === me?.id;
  return (
    <Tag tone={mine ? 'ok' : undefined} icon={check}>
      {mine ? tp('youCome') : tp('comes', { name: callName(by) })}
    </Tag>
  );
}

function titleOf({ kind, of }: Matter) {
  if (kind !== 'order') return fullName(of.person);
  const { client, amount } = of;
  return (
    <>
      <span lang={languageOf(client.name)}>{client.name}</span>
      {amount && <span class="num"> {money(amount)}</span>}
    </>
  );
}

function metaOf({ kind, of }: Matter): string {
  switch (kind) {
    case 'waiting':
      return t('waitsTonight');
    case 'order':
      return metaOfOrder(of);
    case 'newcomer':
      return of.evenings.map(missedInWords).join(' · ');
  }
}

/** "Han Xue · not drilled yet · open: Who decides" */
function metaOfOrder({ person, planned_time, played, missing, postponement }: BigOrder): string {
  return [
    fullName(person),
    planned_time,
    t(played ? 'playedOnce' : 'notPlayed'),
    missing.length > 0 && openInWords(missing),
    postponement && whyInWords(postponement),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "Tonight: nothing said yet", "Yesterday: “child with a fever”" */
function missedInWords({ day, reason, words }: Missed): string {
  const said = reason ? tw(reason) : t('saidNothing');
  return t('onDay', { day: eveningInWords(day), why: words ? t('quoted', { words }) : said });
}

export function eveningInWords(day: string): string {
  return day === dayOf() ? t('tonight') : relativeDay(day);
}

export function saidInWords({ reason, words, to_day, to_part }: Omit<Missed, 'day'>): string {
  if (!reason) return t('saidNothing');
  const why = whyInWords({ reason, words });
  return to_day && to_part ? t('movedTo', { why, when: whenInWords({ to_day, to_part }) }) : why;
}
