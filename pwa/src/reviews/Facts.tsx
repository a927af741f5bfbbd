import { playbookRead } from '../clients/remote';
import { objectionsInWords } from '../clients/objection-types';
import { me } from '../kit/api/session';
import { momentInSentence, relativeDay, shortDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Bar } from '../kit/ui/Bar';
import { Card, Row, Rows } from '../kit/ui/Card';
import { down } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { Tag } from '../kit/ui/Tag';
import { useEffect } from 'preact/hooks';
import { factFigure, factName, factShare } from './in-words';
import { t as tl } from '../loops/words';
import type { Fact, FactLink, FactPart, Review } from './wire';
import { t } from './words-of-facts';

const PARTS: readonly FactPart[] = ['goal', 'process', 'ability', 'help'];

/** What both see: figures, each with the records it is made of. */
export function Facts({ review }: { review: Review }) {
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const { snapshot } = review;
  if (!snapshot) return <p class="meta">{t('notYet')}</p>;
  const days = { since: shortDay(snapshot.since), until: shortDay(snapshot.until) };
  return (
    <>
      {PARTS.map((part) => (
        <Part key={part} part={part} facts={snapshot.facts} mine={isMine(review)} />
      ))}
      <Loops review={review} />
      {review.kind === 'manager' && review.person && (
        <Rows>
          <Row
            href={`/people/${review.person.id}/promises`}
            title={t('ledger', { name: fullName(review.person) })}
          />
        </Rows>
      )}
      <p class="meta">
        {t('facts', days)}{' '}
        {t(snapshot.frozen ? 'frozen' : 'growing', { when: momentInSentence(snapshot.taken_at) })}{' '}
        {t(review.kind === 'manager' ? 'coaching' : 'rows')}
      </p>
    </>
  );
}

function isMine({ person }: Review): boolean {
  return person?.id === me.value?.id;
}

function skillsInWords(): Record<string, string> {
  const skills = playbookRead().value?.skills ?? [];
  return Object.fromEntries(skills.map(({ key, name }) => [key, inMyLanguage(name)]));
}

interface PartProps {
  part: FactPart;
  facts: readonly Fact[];
  mine: boolean;
}

function Part({ part, facts, mine }: PartProps) {
  const own = facts.filter((one) => one.part === part);
  if (own.length === 0) return null;
  return (
    <Card>
      <h2>{t(part)}</h2>
      {own.map((one, place) => (
        <FactLine key={place} fact={one} mine={mine} />
      ))}
    </Card>
  );
}

function FactLine({ fact, mine }: { fact: Fact; mine: boolean }) {
  const name = factName(fact, { objections: objectionsInWords(), skills: skillsInWords() });
  const figure = factFigure(fact);
  const line = (
    <>
      <strong class="grow">
        {name} {fact.short && <Tag tone="wait">{t('short')}</Tag>}
      </strong>
      <span class="row">
        <Bar share={factShare(fact)} label={t('of', { name, figure })} />
        <strong class="num">{figure}</strong>
      </span>
    </>
  );
  if (fact.links.length === 0) return <p class="row wrap">{line}</p>;
  return (
    <details>
      <summary>
        <span class="row wrap grow">{line}</span>
        <Icon of={down} small />
      </summary>
      <Rows label={name}>
        {fact.links.map((one) => (
          <LinkRow key={one.id} link={one} mine={mine} />
        ))}
      </Rows>
    </details>
  );
}

function LinkRow({ link, mine }: { link: FactLink; mine: boolean }) {
  const what = link.client?.name ?? kindOf(link);
  const day = link.on ? relativeDay(link.on) : '';
  const href = placeOf(link, mine);
  return <Row {...(href && { href })} title={what} meta={day} />;
}

function kindOf({ kind }: FactLink): string {
  if (kind === 'drill') return t('drill');
  if (kind === 'ride_along') return t('ride');
  return t(kind === 'goal' ? 'goalRow' : 'review');
}

/** Where a record is opened by whom: one's own visit, else the client it is about. */
function placeOf({ kind, id, client }: FactLink, mine: boolean): string | null {
  if (kind === 'drill') return `/drills/${id}`;
  if (kind === 'goal') return `/goals/${id}`;
  if (kind === 'ride_along') return `/ride-alongs/${id}`;
  if (kind === 'review') return `/reviews/${id}`;
  if (kind === 'visit' && mine) return `/visits/${id}/check-in`;
  return client ? `/clients/${client.id}` : null;
}

/** "Tomorrow · Nuanyu Lighting", for a choice among the records. */
export function linkName(link: FactLink): string {
  const client = link.client?.name ?? kindOf(link);
  return link.on ? t('rowOf', { day: shortDay(link.on), client }) : client;
}

/** Of a rep's own review: at which step a skill got stuck. */
function Loops({ review: { kind, person } }: { review: Review }) {
  if (!person || (kind !== 'weekly' && kind !== 'month')) return null;
  const href = person.id === me.value?.id ? '/me/loops' : `/people/${person.id}/loops`;
  return (
    <Rows>
      <Row href={href} title={tl('toHere')} meta={tl('toHereWhy')} />
    </Rows>
  );
}
