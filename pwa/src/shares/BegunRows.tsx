import { pending } from '../kit/outbox';
import { Row, Rows } from '../kit/ui/Card';
import { Tag } from '../kit/ui/Tag';
import { useBegun } from './remote';
import { ofDeal } from './ShareCard';
import { tipLane } from './tips';
import type { Share } from './wire';
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
          title={titleOf(share)}
          meta={[ofDeal(share.deal), t(whyOf(share))].filter(Boolean).join(' · ')}
          after={share.state === 'draft' && <Tag>{t('draft')}</Tag>}
        />
      ))}
    </Rows>
  );
}

function titleOf(share: Share): string {
  const { kind, words, deal } = share;
  if (kind === 'tip') return words || t('tellHow');
  return t(kind === 'loss' ? 'lookBack' : 'tellIt', { client: deal?.client.name ?? tk(kind) });
}

function whyOf({ kind, origin }: Share) {
  if (kind !== 'tip') return 'begunWhy';
  return origin?.kind === 'goal' ? 'begunByGoal' : 'begunByRound';
}
