import { momentOf, money } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { languageOf } from '../kit/ui/Talk';
import type { Share } from './wire';
import { t } from './words';
import { t as tk } from './words-of-kinds';

/** Who tells, of what, and how it begins; the rest is one tap away. */
export function ShareCard({ share }: { share: Share }) {
  const { author, words, excerpt, kind } = share;
  const name = fullName(author);
  return (
    <Card as="article">
      <div class="row">
        <Ava name={name} />
        <p class="grow">
          <strong>{name}</strong>
          <br />
          <span class="meta">{aboutOf(share)}</span>
        </p>
      </div>
      <div>
        {words && <h2 lang={languageOf(words)}>{words}</h2>}
        {excerpt ? <p lang={languageOf(excerpt)}>{excerpt}</p> : <p class="meta">{t('aloud')}</p>}
      </div>
      <LinkButton look="quiet" href={`/shares/${share.id}`}>
        {t('readOn', { kind: tk(kind) })}
      </LinkButton>
    </Card>
  );
}

/** "Deal share · Nuanyu Lighting · ¥29,800 · yesterday, 18:02" */
export function aboutOf({ kind, deal, published_at: at }: Share): string {
  return [tk(kind), ofDeal(deal), at && momentOf(at)].filter(Boolean).join(' · ');
}

export function ofDeal(deal: Share['deal']): string {
  return deal ? `${deal.client.name} · ${money(deal.amount)}` : '';
}
