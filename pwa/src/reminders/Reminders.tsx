/** 提醒: what was said to me and may be taken up; those I have not seen stand first. */
import { useEffect } from 'preact/hooks';
import { momentOf } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Button, IconLink } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { bell, check, edit } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { isUnseen, see, seeAll } from './actions';
import { showBadge } from './badge';
import { readReminders, useReminders } from './remote';
import type { Reminder } from './wire';
import { t } from './words';

export default function Reminders() {
  const list = useReminders();
  const items = list.value?.items ?? [];
  const newest = items.filter(isUnseen)[0];
  const waits = newest !== undefined;
  useEffect(() => showBadge(waits), [waits]);
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back="/me"
      refresh={[list]}
      actions={<IconLink icon={edit} label={t('settings')} href="/me/reminders" />}
      dock={newest && <AllSeen until={newest.due_at} />}
    >
      <ReadNote of={list} />
      {!list.value && !list.error && <Skeleton rows={4} />}
      {items.length > 0 && (
        <Rows label={t('title')}>
          {items.map((one) => (
            <ReminderRow key={one.id} of={one} />
          ))}
        </Rows>
      )}
      {list.value && items.length === 0 && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
      <MorePages list={list} read={readReminders} />
    </Page>
  );
}

function ReminderRow({ of: one }: { of: Reminder }) {
  const unseen = isUnseen(one);
  return (
    <Row
      href={one.path}
      {...(unseen && { onClick: () => void see(one.id) })}
      title={inMyLanguage(one.title)}
      meta={[one.about, momentOf(one.due_at)].filter(Boolean).join(' · ')}
      after={unseen && <Tag icon={bell}>{t('new')}</Tag>}
    />
  );
}

function AllSeen({ until }: { until: string }) {
  return (
    <Button icon={check} onClick={() => seeAll(until)}>
      {t('allSeen')}
    </Button>
  );
}
