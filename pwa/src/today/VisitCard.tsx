import { useState } from 'preact/hooks';
import { dayOf, money } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button, IconButton, LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { check, evening, goal, leaf, more, tray } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { Dot } from '../kit/ui/Line';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Ours, Said, Talk } from '../kit/ui/Talk';
import { late } from '../late';
import '../visits/arrivals';
import { t as tv } from '../visits/words';
import type { Stop } from './day';
import { pairsOf, type Spoken } from './pairs';
import { Source } from './Source';
import type { Prep, TodayCard } from './wire';
import { t } from './words';

const Company = late(
  () => import('../ride-alongs/Company'),
  () => null,
);

const AskHelp = late(
  () => import('../help-requests/AskHelp'),
  () => null,
);

const VisitActions = late(
  async () => ({ default: (await import('../visits/VisitActions')).VisitActions }),
  () => null,
);

/** What to have in mind at the door: whom, what he will say and what we answer, what we want. */
export function VisitCard({ stop }: { stop: Stop }) {
  const { card } = stop;
  const { prep, client } = card;
  return (
    <Card>
      <CardHead stop={stop} />
      <div>
        <h2 class="big" lang={languageOf(client.name)}>
          {client.name}
        </h2>
        {card.contact && <p class="meta">{contactLine(card.contact)}</p>}
      </div>
      {card.company && <Company of={card.company} rep={card.rep.id} />}
      <Pairs of={pairsOf(prep)} />
      <Aim card={card} />
      {[card.promise, card.also_promised].map(
        (one) =>
          one && (
            <p key={one.id} class="row">
              <Icon of={check} />
              <span class="grow">{t('promised', { words: one.words })}</span>
            </p>
          ),
      )}
      <Tries of={card} />
      <Questions of={prep.questions} />
      {card.version > 0 && prep.answers_ready < 4 && (
        <p class="meta">{t('sheetOpen', { n: prep.answers_ready })}</p>
      )}
      <WaysOn card={card} />
      <AskHelp kind="visit" id={card.id} client={client} />
    </Card>
  );
}

function CardHead({ stop: { card, unsent } }: { stop: Stop }) {
  const time = card.planned_time;
  const isToday = card.day === dayOf();
  const when = time ? t(isToday ? 'nextAt' : 'atTime', { time }) : t(isToday ? 'next' : 'noTime');
  return (
    <div class="row">
      <p class="grow num">
        <strong>{when}</strong> <span class="meta">· {whatFor(card)}</span>
      </p>
      {card.prep.rounds > 0 && (
        <Tag tone="ok" icon={evening}>
          {t('practised', { n: card.prep.rounds })}
        </Tag>
      )}
      {unsent && <Tag icon={tray}>{t('waits')}</Tag>}
    </div>
  );
}

function Pairs({ of }: { of: readonly Spoken[] }) {
  const [all, setAll] = useState(false);
  const rest = of.length - 1;
  return (
    <>
      {of.slice(0, all ? of.length : 1).map((pair) => (
        <Talk key={pair.said}>
          <Said lang={languageOf(pair.said)}>{pair.said}</Said>
          {pair.ours && <Ours lang={languageOf(pair.ours)}>{pair.ours}</Ours>}
          <Source of={pair} />
        </Talk>
      ))}
      {rest > 0 && (
        <Button look="quiet" onClick={() => setAll(!all)}>
          {all ? t('fewerPairs') : t('morePairs', { n: rest })}
        </Button>
      )}
    </>
  );
}

/** What this visit should reach: its own aim, else the goal of the sheet. */
function Aim({ card }: { card: TodayCard }) {
  const aim = card.aim ?? card.prep.goal;
  if (!aim) return null;
  return (
    <p class="row">
      <Icon of={goal} />
      <span class="grow">{t(card.day === dayOf() ? 'aim' : 'aimThen', { aim })}</span>
    </p>
  );
}

/** What others told and I want to try here. Cards kept by an earlier version of the app have none. */
function Tries({ of: { tries } }: { of: { tries?: TodayCard['tries'] } }) {
  return (tries ?? []).map(({ id, of, author }) => (
    <p key={id} class="row">
      <Icon of={leaf} />
      <a class="grow" href={of.case_id ? `/cases/${of.case_id}` : `/shares/${of.share_id}`}>
        {t('tryHere', { name: fullName(author), title: of.title })}
      </a>
    </p>
  ));
}

function Questions({ of }: { of: Prep['questions'] }) {
  if (of.length === 0) return null;
  const questions = of.map((part) => t(part)).join(t('list'));
  return (
    <p class="row">
      <Dot>?</Dot>
      <span class="grow">{t('toAsk', { questions })}</span>
    </p>
  );
}

function WaysOn({ card }: { card: TodayCard }) {
  const [asking, setAsking] = useState(false);
  const isAhead = card.day > dayOf();
  const onward = isAhead ? `/evening/prepare/${card.id}` : `/visits/${card.id}/check-in`;
  return (
    <div class="row">
      <LinkButton look="main" grow href={onward}>
        {t(isAhead ? 'prepare' : 'checkIn')}
      </LinkButton>
      <LinkButton href={`/clients/${card.client.id}/sheet`}>{t('clientSheet')}</LinkButton>
      <IconButton
        icon={more}
        label={t('moreOn', { client: card.client.name })}
        onClick={() => setAsking(true)}
      />
      {asking && <VisitActions visit={card} open onClose={() => setAsking(false)} />}
    </div>
  );
}

function whatFor({ purpose, amount }: TodayCard): string {
  const words = tv(purpose).toLowerCase();
  return amount ? t('purposeSum', { purpose: words, amount: money(amount) }) : words;
}

/** Of who decides the title says nothing more. */
function contactLine({ name, title, role }: NonNullable<TodayCard['contact']>): string {
  const words = { name, role: tv(role) };
  return title && role !== 'boss' ? t('contactTitled', { ...words, title }) : t('contactAs', words);
}
