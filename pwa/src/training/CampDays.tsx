import { dayOf, relativeDay, shortDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card, Fold } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import type { Camp, CampDay, CampLink } from './wire';
import { t } from './words-of-camp';

interface Props {
  camp: Camp;
  /** The one that waits stands first and open. */
  next: CampDay | undefined;
  onWrite: (day: CampDay) => unknown;
}

/** The five in their order, with the one that waits before them. */
export function CampDays({ camp, next, onWrite }: Props) {
  return (
    <div class="stack">
      {next && (
        <Card>
          <h2 class="row">
            <span class="grow">{inMyLanguage(next.title)}</span>
            <Tag>{next.day === dayOf() ? t('today') : t('open')}</Tag>
          </h2>
          <Asked day={next} />
        </Card>
      )}
      {camp.days
        .filter(({ dimension }) => dimension !== next?.dimension)
        .map((day) => (
          <Fold
            key={day.dimension}
            title={inMyLanguage(day.title)}
            meta={`${shortDay(day.day)} · ${t(day.state)}`}
          >
            <Asked day={day} />
            <HandedIn day={day} />
            {mayWrite(camp, day) && (
              <Button onClick={() => onWrite(day)}>
                {t(day.state === 'done' ? 'better' : 'handIn')}
              </Button>
            )}
          </Fold>
        ))}
      <p class="meta">
        {camp.mine ? t('readBy') : t('readByOthers', { name: fullName(camp.person) })}
      </p>
    </div>
  );
}

/** A day that was handed in stays as it is once the camp is over; an open one can still be caught up. */
function mayWrite({ mine, finished_at }: Camp, { state }: CampDay): boolean {
  return mine && (state !== 'done' || finished_at === null);
}

function Asked({ day }: { day: CampDay }) {
  return (
    <>
      <p class="meta">{relativeDay(day.day)}</p>
      <p>{inMyLanguage(day.task)}</p>
      <p>
        <strong>{t('asked')}</strong>
        <br />
        {inMyLanguage(day.asked)}
      </p>
      {day.case_id && (
        <a class="link" href={`/cases/${day.case_id}`}>
          {t('readCase')}
        </a>
      )}
    </>
  );
}

function HandedIn({ day: { state, words, link } }: { day: CampDay }) {
  if (state === 'open') return <p class="meta">{t('nothingYet')}</p>;
  return (
    <>
      {words && (
        <Talk>
          <Said lang={languageOf(words)}>{words}</Said>
        </Talk>
      )}
      {link && (
        <a class="link" href={HOMES[link.kind](link.id)}>
          {t('openIt', { what: kindOf(link) })}
        </a>
      )}
    </>
  );
}

const HOMES: Record<CampLink['kind'], (id: string) => string> = {
  visit: (id) => `/?visit=${id}`,
  ride_along: (id) => `/ride-alongs/${id}`,
  drill: (id) => `/drills/${id}`,
  share: (id) => `/shares/${id}`,
  case: (id) => `/cases/${id}`,
};

export function kindOf({ kind }: Pick<CampLink, 'kind'>): string {
  return kind === 'share' ? t('shareLink') : t(kind);
}
