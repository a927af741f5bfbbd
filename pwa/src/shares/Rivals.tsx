/** 竞争对手: my PKs, and what others let the team know of theirs. */
import { me } from '../kit/api/session';
import { dayInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus, tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { daysOf, inParts, namesOf, otherOf, PK, stillThere } from './rivals';
import { readRivalries, useRivalries, useWall } from './rivals-remote';
import type { Rivalry } from './rivals-wire';
import { t } from './words-of-rivals';

export default function Rivals() {
  const read = useRivalries();
  const { open, over } = inParts(stillThere(read.value?.items ?? [], pendingOf(PK)));
  const known = new Set(read.value?.items.map(({ id }) => id));
  const born = pendingOf(PK).filter(
    ({ method, lane }) => method === 'POST' && !known.has(lane.slice(lane.indexOf(':') + 1)),
  );
  const isRep = me.value?.role === 'rep';
  const mayPropose = isRep && open.length + born.length === 0;
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back="/me"
      refresh={[read]}
      dock={
        mayPropose && (
          <LinkButton look="main" icon={plus} href="/rivals/new">
            {t('propose')}
          </LinkButton>
        )
      }
    >
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {isRep && read.value && known.size + born.length === 0 && (
        <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
      )}
      {born.length > 0 && (
        <Rows>
          {born.map(({ id, label }) => (
            <Row
              key={id}
              title={t('propose')}
              meta={label.detail}
              after={<Tag icon={tray}>{t('waits')}</Tag>}
            />
          ))}
        </Rows>
      )}
      <Part title={t('mine')} of={open} />
      <Wall />
      <Part title={t('over')} of={over} />
      <MorePages list={read} read={readRivalries} />
    </Page>
  );
}

function Part({ title, of }: { title: string; of: readonly Rivalry[] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Rows label={title}>
        {of.map((one) => (
          <Row
            key={one.id}
            href={`/rivals/${one.id}`}
            title={nameOf(one)}
            meta={daysOf(one)}
            after={<Tag>{t(one.state)}</Tag>}
          />
        ))}
      </Rows>
    </section>
  );
}

export function nameOf(one: Rivalry): string {
  const other = otherOf(one, me.value?.id ?? '');
  return other ? t('pkWith', { name: fullName(other) }) : t('pkWithMonth');
}

/** Who let the team know of a PK, and until when. */
function Wall() {
  const found = useWall().value?.items ?? [];
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{t('wall')}</h2>
      <p class="meta">{t('wallWhy')}</p>
      <Rows label={t('wall')}>
        {found.map(({ id, people, last_day }) => (
          <Row
            key={id}
            title={t(people.length > 1 ? 'onWall' : 'onWallAlone', {
              names: namesOf(people, t('and')),
            })}
            meta={t('until', { day: dayInSentence(last_day) })}
          />
        ))}
      </Rows>
    </section>
  );
}
