import { useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { dayInSentence } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { tray } from '../kit/ui/icons';
import { Chips, Pick } from '../kit/ui/Pick';
import { Tag } from '../kit/ui/Tag';
import { WhyLink, WhySheet } from '../kit/ui/Why';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { vote } from './actions';
import { skillName } from './Lesson';
import type { Topic } from './wire';
import { t as tw } from './words';
import Decide from './Decide';
import { t } from './words-of-topics';

interface Props {
  topic: Topic;
  /** It lies unsent on this phone. */
  waits: boolean;
  /** Whoever reads it has a vote. */
  votes: boolean;
}

export function TopicCard({ topic, waits, votes }: Props) {
  const [isDeciding, setDeciding] = useState(false);
  const isOpen = topic.session === null;
  const decides = me.value?.role === 'trainer' && isOpen;
  return (
    <Card as="article">
      <h2 class="row">
        <span class="grow" lang={languageOf(nameOf(topic))}>
          {nameOf(topic)}
        </span>
        {waits ? <Tag icon={tray}>{t('waits')}</Tag> : <Tag>{t('votes', { n: topic.votes })}</Tag>}
      </h2>
      <p class="meta">{fromWhom(topic)}</p>
      {topic.words && <p lang={languageOf(topic.words)}>{topic.words}</p>}
      <FromTheField topic={topic} />
      <WhyTopic of={topic} />
      <Decided topic={topic} />
      {votes && isOpen && !waits && (
        <Chips>
          <Pick
            many
            name={`vote-${topic.id}`}
            value="vote"
            checked={topic.my_vote}
            onPick={() => vote(topic)}
          >
            {t(topic.my_vote ? 'voted' : 'vote')}
          </Pick>
        </Chips>
      )}
      {decides && !isDeciding && <Button onClick={() => setDeciding(true)}>{t('decide')}</Button>}
      {decides && isDeciding && <Decide topic={topic} onDone={() => setDeciding(false)} />}
    </Card>
  );
}

/** What the field proposes is called as the playbook calls it, in the reader's language. */
function nameOf({ proposed_by, type_key, skill_key, topic }: Topic): string {
  if (proposed_by === 'method') return skill_key ? skillName(skill_key) : ofTheMethod(topic);
  if (proposed_by !== 'field') return topic;
  const kind = playbookRead().value?.objection_types.find(({ key }) => key === type_key);
  return kind ? inMyLanguage(kind.name) : topic;
}

/** Its own titles are kept in both languages: "把一周安排好 / Planning the week". */
function ofTheMethod(topic: string): string {
  const [zh = topic, en = topic] = topic.split(' / ');
  return inMyLanguage({ zh, en });
}

function fromWhom({ by, team, topic_class, proposed_by }: Topic): string {
  const who = by
    ? t('by', { name: fullName(by) })
    : t(proposed_by === 'method' ? 'method' : 'field');
  return [who, inMyLanguage(team.name), tw(topic_class)].join(' · ');
}

function FromTheField({ topic }: { topic: Topic }) {
  const { heard, sentences, stalled_before: before, stalled_now: now } = topic;
  if (heard === null) return null;
  const share = ({ stalled: n, of }: NonNullable<Topic['stalled_now']>) => t('stalled', { n, of });
  return (
    <>
      <p>
        <strong class="num">{t('heard', { n: heard })}</strong>
        {before && now && (
          <>
            <br />
            <span class="meta">{t('stall', { before: share(before), now: share(now) })}</span>
          </>
        )}
      </p>
      <Talk>
        {sentences.map((said) => (
          <Said key={said} lang={languageOf(said)}>
            {said}
          </Said>
        ))}
      </Talk>
    </>
  );
}

function Decided({ topic }: { topic: Topic }) {
  const { session, later_words: words } = topic;
  if (session) {
    return (
      <a class="link" href={`/training/${session.id}`}>
        {t('takenUp', { day: dayInSentence(session.day) })}
      </a>
    );
  }
  return words ? <p class="meta">{t('later', { words })}</p> : null;
}

/** What clients said is told without who said it, and what people want to know without whose wish it was. */
function WhyTopic({ of: { id, proposed_by: by, heard } }: { of: Topic }) {
  const [asking, setAsking] = useState(false);
  if (by === 'person') return null;
  const title = by === 'field' ? t('whyField', { n: heard ?? 0 }) : t('whyMethod');
  const reasons = [{ key: id, title, meta: t(by === 'field' ? 'whyNoClient' : 'whyNobody') }];
  return (
    <>
      <p class="meta row">
        <WhyLink onAsk={() => setAsking(true)} />
      </p>
      <WhySheet open={asking} reasons={reasons} onClose={() => setAsking(false)} />
    </>
  );
}
