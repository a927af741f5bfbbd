/** What a team would like to learn: asked for by its people, or by what its clients say. */
import { useEffect, useState } from 'preact/hooks';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { late } from '../late';
import { useMe } from '../people/me-remote';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { TOPIC, topicsAtHand, VOTE } from './at-hand';
import { readTopics, useTopics } from './remote';
import { TopicCard } from './TopicCard';
import { t } from './words-of-topics';

const AskSheet = late(
  () => import('./AskSheet'),
  () => null,
);

export default function Topics() {
  const read = useTopics();
  const mine = useMe();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  const person = me.value;
  if (!person) return null;
  const asks = person.role === 'rep' || person.role === 'manager';
  const unsent = [...pendingOf(TOPIC), ...pendingOf(VOTE)];
  const team = mine.value?.team ?? null;
  const topics = topicsAtHand(read.value?.items ?? [], unsent, { team, by: person });
  const waits = new Set(pendingOf(TOPIC).map(({ lane }) => lane.slice(lane.indexOf(':') + 1)));
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back="/training"
      refresh={[read]}
      dock={
        asks && (
          <Button look="main" icon={plus} onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        )
      }
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {topics.map((topic) => (
        <TopicCard key={topic.id} topic={topic} waits={waits.has(topic.id)} votes={asks} />
      ))}
      {read.value && topics.length === 0 && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
      <MorePages list={read} read={readTopics} />
      {isAsking && <AskSheet onClose={() => setAsking(false)} />}
    </Page>
  );
}
