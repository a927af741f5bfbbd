import { pending } from '../kit/outbox';
import { Row, Rows } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { useBegun } from './remote';
import { ofDeal } from './ShareCard';
import { tipLane } from './tips';
import { t } from './words-of-share';
import { t as tk } from './words-of-kinds';

/** What a signature or a loss has begun; only its author sees it, and it may be let be. */
export function BegunRows() {
  const begun = useBegun().value?.items ?? [];
  const open = begun.filter(({ id }) => pending(tipLane(id)).length === 0);
  if (open.length === 0) return null;
  return (
    <Rows label={t('begun')}>
      {open.map((share) => (
        <Row
          key={share.id}
          href={`/shares/${share.id}/write`}
          title={t(share.kind === 'loss' ? 'lookBack' : 'tellIt', {
            client: share.deal?.client.name ?? tk(share.kind),
          })}
          meta={[ofDeal(share.deal), t('begunWhy')].filter(Boolean).join(' · ')}
          after={share.state === 'draft' && <Tag>{t('draft')}</Tag>}
        />
      ))}
    </Rows>
  );
}
