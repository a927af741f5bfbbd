/** Everybody who opened a record of mine, the latest day first. */
import { Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { AccessRow } from './AccessRows';
import { MorePages } from './MorePages';
import { ReadNote } from './ReadNote';
import { TakeAlong } from './TakeAlong';
import { readAccess, useAccess } from './remote';
import { t } from './words';

export default function Access() {
  const list = useAccess();
  const items = list.value?.items ?? [];
  return (
    <Page title={t('whoLooked')} meta={t('noLocation')} back="/me" refresh={[list]}>
      <ReadNote of={list} />
      {!list.value && !list.error && <Skeleton rows={5} />}
      {items.length > 0 && (
        <Rows label={t('whoLooked')}>
          {items.map((access) => (
            <AccessRow key={access.id} access={access} />
          ))}
        </Rows>
      )}
      {list.value && items.length === 0 && (
        <Empty title={t('nobodyLooked')}>{t('nobodyLookedWhy')}</Empty>
      )}
      <MorePages list={list} read={readAccess} />
      <TakeAlong />
    </Page>
  );
}
