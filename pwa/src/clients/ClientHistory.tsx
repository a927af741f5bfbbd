/** What happened with a client and what comes: visits, words that were heard, deals. */
import { me } from '../kit/api/session';
import { dayInSentence, dayOf, money, relativeDay, shortDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Card, Row, Rows } from '../kit/ui/Card';
import { heard } from '../kit/api/client';
import { Tag } from '../kit/ui/Tag';
import { Player } from '../kit/voice/Player';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { heardIn } from './heard';
import { addresses } from './remote';
import type { Deal, Evening, Playbook, Visit } from './wire';
import { t } from './words';

export function Visits({ visits, mine }: { visits: readonly Visit[]; mine: boolean }) {
  const today = dayOf();
  const next = visits.filter((visit) => visit.state === 'planned' && visit.day >= today);
  const last = visits.filter((visit) => visit.check_in);
  return (
    <>
      <section>
        <h2>{t('nextVisits')}</h2>
        {next.length === 0 && <p class="meta">{t('noNextVisits')}</p>}
        {next.length > 0 && (
          <Rows label={t('nextVisits')}>
            {next.reverse().map((visit) => (
              <Row
                key={visit.id}
                {...(mine && { href: `/visits/${visit.id}/check-in` })}
                title={`${relativeDay(visit.day)} ${visit.planned_time ?? ''}`}
                meta={t(visit.purpose)}
              />
            ))}
          </Rows>
        )}
      </section>
      <section>
        <h2>{t('lastVisits')}</h2>
        {last.length === 0 && <p class="meta">{t('noLastVisits')}</p>}
        {last.length > 0 && <LastVisits visits={last} />}
      </section>
    </>
  );
}

function LastVisits({ visits }: { visits: readonly Visit[] }) {
  return (
    <Rows label={t('lastVisits')}>
      {visits.map(({ id, day, purpose, rep, check_in }) => (
        <Row
          key={id}
          // A voice note has a button of its own, which no link may hold.
          {...(rep.id === me.value?.id &&
            !check_in?.voice_note && { href: `/visits/${id}/check-in` })}
          title={relativeDay(day)}
          meta={[t(purpose), check_in?.next_on && t('nextOn', { day: shortDay(check_in.next_on) })]
            .filter(Boolean)
            .join(' · ')}
          after={
            <>
              {check_in && <Tag>{t(check_in.outcome)}</Tag>}
              {check_in?.voice_note && <Note visit={id} note={check_in.voice_note} day={day} />}
            </>
          }
        />
      ))}
    </Rows>
  );
}

/** The evenings on which somebody played this client: what was tried before the door. */
export function Evenings({ evenings }: { evenings: readonly Evening[] }) {
  if (evenings.length === 0) return null;
  return (
    <section>
      <h2>{t('practised')}</h2>
      <Rows label={t('practised')}>
        {evenings.map(({ id, day, rounds, people }) => (
          <Row
            key={id}
            href={`/drills/${id}`}
            title={relativeDay(day)}
            meta={people.map((one) => fullName(one)).join(' · ')}
            after={<Tag>{t('rounds', { n: rounds })}</Tag>}
          />
        ))}
      </Rows>
    </section>
  );
}

interface NoteProps {
  visit: string;
  note: { id: string; seconds: number };
  day: string;
}

/** What was said after the visit, for whoever may see the visit. */
function Note({ visit, note: { id, seconds }, day }: NoteProps) {
  const sound = () => heard(addresses.voiceNote(visit, id));
  const named = t('voiceNoteOf', { day: dayInSentence(day) });
  return <Player key={id} sound={sound} seconds={seconds} named={named} />;
}

interface HeardProps {
  visits: readonly Visit[];
  playbook: Pick<Playbook, 'objection_types'> | undefined;
}

/** Verbatim, newest first; nothing at all where nothing was heard yet. */
export function Heard({ visits, playbook }: HeardProps) {
  const heard = heardIn(visits);
  if (heard.length === 0) return null;
  return (
    <Card>
      <h2>{t('saidHere')}</h2>
      {heard.map(({ id, words, type_key, day }) => {
        const type = playbook?.objection_types.find((one) => one.key === type_key);
        const said = words ?? (type && inMyLanguage(type.words));
        return (
          said && (
            <Talk key={id}>
              <Said lang={languageOf(said)}>{said}</Said>
              <p class="meta">
                {[type && inMyLanguage(type.name), shortDay(day)].filter(Boolean).join(' · ')}
              </p>
            </Talk>
          )
        );
      })}
    </Card>
  );
}

const STATES = {
  open: 'dealOpen',
  signed: 'dealSigned',
  collected: 'dealCollected',
  lost: 'dealLost',
} as const;

export function Deals({ deals }: { deals: readonly Deal[] }) {
  if (deals.length === 0) return null;
  return (
    <section>
      <h2>{t('deals')}</h2>
      <Rows label={t('deals')}>
        {deals.map((deal) => (
          <Row
            key={deal.id}
            title={money(deal.amount)}
            meta={dealInWords(deal)}
            after={<Tag>{t(STATES[deal.state])}</Tag>}
          />
        ))}
      </Rows>
    </section>
  );
}

function dealInWords(deal: Deal): string {
  const { lines, signed_on, expected_on, state, collected } = deal;
  return [
    lines.map((line) => inMyLanguage(line.name)).join(' + ') || t('order'),
    signed_on && t('signedOn', { day: shortDay(signed_on) }),
    state === 'open' && expected_on && t('expectedOn', { day: shortDay(expected_on) }),
    state === 'signed' &&
      collected.amount_minor > 0 &&
      t('collectedSoFar', { amount: money(collected) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
