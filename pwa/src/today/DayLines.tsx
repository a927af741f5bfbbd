import { dayInSentence, money, timeOf } from '../kit/i18n/format';
import { alert, check, close, evening as lamp, next, tray } from '../kit/ui/icons';
import { DayLine, Dot, Stop as LineStop } from '../kit/ui/Line';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { useTonight, type Tonight } from '../visits/tonight';
import { t as tv } from '../visits/words';
import type { Day, Stop } from './day';
import { Outcomes } from './Outcomes';
import { VisitCard } from './VisitCard';
import type { TodayCard, TodayRead } from './wire';
import { t } from './words';

interface Props {
  day: Day;
  evening: TodayRead['evening'] | undefined;
  /** The open visit's card stands beside the line, not in it. */
  beside: boolean;
}

/** Planned times only, never arrival. */
export function DayLines({ day: { before, open, after }, evening, beside }: Props) {
  const becoming = useTonight();
  const lines = (stops: readonly Stop[]) =>
    stops.map((stop) => {
      const { id, client, day: on } = stop.card;
      const becomes = becoming(client.id, on);
      return <OneStop key={id} stop={stop} becomes={becomes} current={stop === open} />;
    });
  const tonight = evening && <EveningStop evening={evening} />;
  if (beside) {
    return (
      <DayLine>
        {lines([...before, ...(open ? [open] : []), ...after])}
        {tonight}
      </DayLine>
    );
  }
  return (
    <div class="stack">
      {before.length > 0 && <DayLine>{lines(before)}</DayLine>}
      {open && <VisitCard key={open.card.id} stop={open} />}
      {(after.length > 0 || evening) && (
        <DayLine>
          {lines(after)}
          {tonight}
        </DayLine>
      )}
    </div>
  );
}

interface OneStopProps {
  stop: Stop;
  becomes: Tonight;
  /** Its card stands beside the line. */
  current: boolean;
}

/** With what an entry gives back: what the client said is played tonight, or waits for the next visit. */
function OneStop({ stop, becomes, current }: OneStopProps) {
  const { card } = stop;
  return (
    <LineStop time={card.planned_time ?? ''} dot={dotOf(card)}>
      <a href={hrefOf(card)} aria-current={current ? 'true' : undefined}>
        <strong lang={languageOf(card.client.name)}>{card.client.name}</strong> <Marks {...stop} />
        <p class="meta">{metaOf(card, becomes)}</p>
        {card.check_in && <Outcomes card={card} />}
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

function metaOf(card: TodayCard, becomes: Tonight): string {
  const { check_in, state, moved_to, purpose, amount } = card;
  if (check_in?.wants_help) return t('wantsHelp');
  if (hasUntold(card)) return t(becomes);
  if (state === 'moved' && moved_to) return t('movedTo', { day: dayInSentence(moved_to) });
  if (state === 'cancelled') return t('cancelled');
  if (!amount || check_in) return tv(purpose);
  const sum = money(amount);
  return purpose === 'collect'
    ? t('collectSum', { amount: sum })
    : t('purposeSum', { purpose: tv(purpose), amount: sum });
}

/** What nobody has told of yet, as far as it stands under the visit anyway. */
function hasUntold({ check_in, reality }: TodayCard): boolean {
  const told = new Set(reality.map(({ objection_id }) => objection_id));
  return (check_in?.objections ?? []).some(({ id }) => !told.has(id));
}
