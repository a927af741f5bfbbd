import { Offer } from '../drills/Offer';
import { whenInWords } from '../drills/postponing';
import { capital, dayOf, money, relativeDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { languageOf } from '../kit/ui/Talk';
import { openInWords } from './GlanceParts';
import { offerOf, type Matter } from './team-evening';
import type { BigOrder, Newcomer, TeamEvening, Waiting } from './team-evening-remote';
import { eveningInWords, saidInWords } from './TeamEveningLists';
import { Detail, Facts, type Fact } from './TeamDetail';
import { t as tg } from './words-of-glance';
import { t } from './words-of-team-evening';

interface Props {
  matter: Matter;
  team: TeamEvening;
}

/** One matter, with what helps. */
export function MatterDetail({ matter, team }: Props) {
  switch (matter.kind) {
    case 'waiting':
      return <WaitingDetail matter={matter} of={matter.of} team={team} />;
    case 'order':
      return <OrderDetail matter={matter} of={matter.of} day={team.tomorrow} />;
    case 'newcomer':
      return <NewcomerDetail matter={matter} of={matter.of} />;
  }
}

/** With what of this person is open tonight, since that is what will be played. */
function WaitingDetail({ matter, of: { person }, team }: Props & { of: Waiting }) {
  const orders = team.big_orders.filter((order) => order.person.id === person.id);
  const newcomer = team.newcomers.find((one) => one.person.id === person.id);
  const rows = [
    ...orders.map(({ client, amount, planned_time }) => ({
      name: [relativeDay(team.tomorrow), planned_time].filter(Boolean).join(' '),
      text: [client.name, amount && money(amount)].filter(Boolean).join(' · '),
    })),
    ...(newcomer ? eveningsOf(newcomer) : []),
  ];
  return (
    <Detail person={person} note={tg('logged', { who: fullName(person) })}>
      <h2 class="big">{t('waitsFor', { name: callName(person) })}</h2>
      {rows.length > 0 && <Facts rows={rows} />}
      <p class="meta">{t('waitsWhy')}</p>
      <Help matter={matter} label={t('iPlay')} />
    </Detail>
  );
}

interface OrderProps {
  matter: Matter;
  of: BigOrder;
  /** Of the visit. */
  day: string;
}

function OrderDetail({ matter, of, day }: OrderProps) {
  const { person, client, planned_time, amount, missing, played, postponement } = of;
  const when = [relativeDay(day), planned_time].filter(Boolean).join(' ');
  const rows = [
    { name: t('visit'), text: when },
    { name: tg('expected'), text: amount ? money(amount) : null },
    { name: tg('sheet'), text: missing.length > 0 ? openInWords(missing) : tg('allAnswers') },
    { name: tg('drill'), text: t(played ? 'playedOnceWhy' : 'notPlayedWhy') },
    { name: t('tonight'), text: postponement && saidInWords(postponement) },
  ];
  return (
    <Detail person={person} note={tg('logged', { who: fullName(person) })} client={client.id}>
      <h2 class="big" lang={languageOf(client.name)}>
        {client.name}
      </h2>
      <Facts rows={rows} />
      <Help matter={matter} label={t('iPlayBoss')} />
    </Detail>
  );
}

/** The evenings in a row with what was said of each: somebody to help, and no number. */
function NewcomerDetail({ matter, of }: { matter: Matter; of: Newcomer }) {
  const { person, evenings } = of;
  const saidTonight = evenings[0]?.reason != null;
  return (
    <Detail person={person} note={tg('logged', { who: fullName(person) })}>
      <h2 class="big">{t('notPlayedTonight', { name: callName(person) })}</h2>
      <Facts rows={eveningsOf(of)} />
      <p class="meta">{t(saidTonight ? 'reasonHelps' : 'askTheDay')}</p>
      <Help matter={matter} label={t('iPlay')} />
    </Detail>
  );
}

function eveningsOf({ evenings }: Newcomer): Fact[] {
  return evenings.map(({ day, ...said }) => ({
    name: eveningInWords(day),
    text: capital(saidInWords(said)),
  }));
}

/** Offers for the evening that counts: tonight, or the one to which it was moved. */
function Help({ matter, label }: { matter: Matter; label: string }) {
  const { person, day, part, by } = offerOf(matter);
  const when = part && day !== dayOf() ? whenInWords({ to_day: day, to_part: part }) : null;
  return (
    <Offer to={person} by={by} day={day} label={when ? t('iPlayThen', { when }) : label} main />
  );
}
