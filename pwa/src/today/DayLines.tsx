import { dayOf, money, timeOf } from '../kit/i18n/format';
import { alert, check, close, evening as lamp, next, tray } from '../kit/ui/icons';
import { DayLine, Dot, Stop as LineStop } from '../kit/ui/Line';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { dayInSentence } from '../visits/day-in-sentence';
import { useClientsOfTonight } from '../visits/tonight';
import { t as tv } from '../visits/words';
import type { Day, Stop } from './day';
import { VisitCard } from './VisitCard';
import type { TodayCard, TodayRead } from './wire';
import { t } from './words';

interface Props {
  day: Day;
  evening: TodayRead['evening'] | undefined;
}

/** Planned times only, never arrival. */
export function DayLines({ day, evening }: Props) {
  const tonight = useClientsOfTonight();
  const played = [...day.before, ...day.after].filter(
    ({ card }) => hasObjections(card) && tonight.has(card.client.id),
  );
  const becomes = ({ card }: Stop): Becomes => {
    if (card.day !== dayOf() || !tonight.has(card.client.id)) return 'keptForNext';
    return played.length === 1 ? 'firstCard' : 'oneOfCards';
  };
  const lines = (stops: readonly Stop[]) =>
    stops.map((stop) => <OneStop key={stop.card.id} stop={stop} becomes={becomes(stop)} />);
  return (
    <div class="stack">
      {day.before.length > 0 && <DayLine>{lines(day.before)}</DayLine>}
      {day.open && <VisitCard key={day.open.card.id} stop={day.open} />}
      {(day.after.length > 0 || evening) && (
        <DayLine>
          {lines(day.after)}
          {evening && <EveningStop evening={evening} />}
        </DayLine>
      )}
    </div>
  );
}

/** What an entry gives back: what the client said is played tonight, or waits for the next visit. */
type Becomes = 'firstCard' | 'oneOfCards' | 'keptForNext';

function OneStop({ stop, becomes }: { stop: Stop; becomes: Becomes }) {
  const { card } = stop;
  return (
    <LineStop time={card.planned_time ?? ''} dot={dotOf(card)}>
      <a href={hrefOf(card)}>
        <strong lang={languageOf(card.client.name)}>{card.client.name}</strong> <Marks {...stop} />
        <p class="meta">{metaOf(card, becomes)}</p>
      </a>
    </LineStop>
  );
}

function Marks({ card, unsent }: Stop) {
  const outcome = card.check_in?.outcome;
  const movedOn = outcome === 'advanced' || outcome === 'signed' || outcome === 'paid';
  return (
    <>
      {outcome && <Tag tone={movedOn ? 'ok' : undefined}>{tv(outcome)}</Tag>}{' '}
      {unsent === 'waiting' && <Tag icon={tray}>{t('waits')}</Tag>}
      {unsent === 'stuck' && (
        <Tag tone="fault" icon={alert}>
          {t('needsLook')}
        </Tag>
      )}
    </>
  );
}

function EveningStop({ evening }: { evening: TodayRead['evening'] }) {
  const { opens_at, cards } = evening;
  return (
    <LineStop time={timeOf(opens_at)} dot={<Dot tone="lamp" icon={lamp} />}>
      <a href="/evening">
        <strong>{t('eveningDrill')}</strong>
        <p class="meta">{cards > 0 ? t('cards', { n: cards }) : t('noCards')}</p>
      </a>
    </LineStop>
  );
}

function dotOf({ state }: TodayCard) {
  if (state === 'done' || state === 'not_met') return <Dot tone="on" icon={check} />;
  if (state === 'moved') return <Dot icon={next} />;
  return state === 'cancelled' ? <Dot icon={close} /> : <Dot />;
}

/** A visit to come opens its card; one that was made opens its check-in, to be changed. */
function hrefOf({ id, state, day, client }: TodayCard): string {
  if (state === 'planned') return `/?day=${day}&visit=${id}`;
  return state === 'done' || state === 'not_met'
    ? `/visits/${id}/check-in`
    : `/clients/${client.id}`;
}

function metaOf(card: TodayCard, becomes: Becomes): string {
  const { check_in, state, moved_to, purpose, amount } = card;
  if (check_in?.wants_help) return t('wantsHelp');
  if (hasObjections(card)) return t(becomes);
  if (state === 'moved' && moved_to) return t('movedTo', { day: dayInSentence(moved_to) });
  if (state === 'cancelled') return t('cancelled');
  if (!amount || check_in) return tv(purpose);
  const sum = money(amount);
  return purpose === 'collect'
    ? t('collectSum', { amount: sum })
    : t('purposeSum', { purpose: tv(purpose), amount: sum });
}

function hasObjections({ check_in }: TodayCard): boolean {
  return (check_in?.objections.length ?? 0) > 0;
}
