/** 早启动: ten minutes of the team on one screen: thanks, each one's visit, who wants company. No order but the clock's. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { dayInSentence, longDay } from '../kit/i18n/format';
import { callName, fullName } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { Ava } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { Empty } from '../kit/ui/Empty';
import { rides } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { t as tv } from '../visits/words';
import { KICK_OFF, useMorning, type Morning, type Thanks, type TopVisit } from './kick-off-remote';
import { TellSheet } from './TellSheet';
import { t } from './words-of-kick-off';

export default function KickOff() {
  const read = useMorning();
  const morning = read.value;
  const [telling, setTelling] = useState(false);
  const sells = me.value?.role === 'rep';
  return (
    <Page
      title={t('title')}
      meta={morning && longDay(morning.day)}
      back={sells ? '/' : '/team'}
      refresh={[read]}
      dock={sells && morning && <Tell morning={morning} onTell={() => setTelling(true)} />}
    >
      <ReadNote of={read} />
      {!morning && !read.error && <Skeleton rows={4} />}
      {morning && (
        <div class="stack split half glance">
          <Tops of={morning.tops} />
          <AllThanks morning={morning} />
        </div>
      )}
      {telling && morning && <TellSheet morning={morning} onClose={() => setTelling(false)} />}
    </Page>
  );
}

function Tell({ morning, onTell }: { morning: Morning; onTell: () => unknown }) {
  const told = morning.tops.some(({ person }) => person.id === me.value?.id);
  return (
    <Button look={told ? 'plain' : 'main'} onClick={onTell}>
      {t(told ? 'tellAnother' : 'tell')}
    </Button>
  );
}

function Tops({ of }: { of: readonly TopVisit[] }) {
  const waits = pendingOf(KICK_OFF).length > 0;
  return (
    <section>
      <h2>{t('tops')}</h2>
      {waits && <p class="meta">{t('waits')}</p>}
      {of.length === 0 ? (
        <Empty title={t('noTops')}>{t('noTopsWhy')}</Empty>
      ) : (
        <Rows label={t('tops')}>
          {of.map((one) => (
            <Top key={one.visit_id} one={one} />
          ))}
        </Rows>
      )}
    </section>
  );
}

/** Whoever leads the team offers to ride along from here. */
function Top({ one: { person, client, planned_time: at, purpose, aim, wants_company } }: TopProps) {
  const leads = me.value?.role === 'manager' && me.value.id !== person.id;
  const name = fullName(person);
  return (
    <Row
      {...(leads && wants_company && { href: `/ride-alongs?new&with=${person.id}` })}
      before={<Ava name={name} />}
      title={`${name}${DOT}${client.name}`}
      meta={[at, tv(purpose), aim].filter(Boolean).join(DOT)}
      after={wants_company && <Tag icon={rides}>{t('company')}</Tag>}
    />
  );
}

interface TopProps {
  one: TopVisit;
}

function AllThanks({ morning: { thanks, since } }: { morning: Morning }) {
  return (
    <section>
      <h2>{t('thanks')}</h2>
      {thanks.length === 0 ? (
        <p class="meta">{t('noThanks', { day: dayInSentence(since) })}</p>
      ) : (
        <Rows label={t('thanks')}>
          {thanks.map((one) => (
            <ThanksRow key={one.share_id ?? `${one.to.id} ${one.words}`} one={one} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function ThanksRow({ one: { to, by, words, share_id } }: { one: Thanks }) {
  const from = by.map(callName).join(t('list'));
  return (
    <Row
      {...(share_id && { href: `/shares/${share_id}` })}
      before={<Ava name={fullName(to)} />}
      title={t('thanked', { to: fullName(to) })}
      meta={[words, t('saidBy', { from })].filter(Boolean).join(DOT)}
    />
  );
}
