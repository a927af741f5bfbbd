import { objectionsInWords } from '../clients/objection-types';
import { me } from '../kit/api/session';
import { momentOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { bin, edit, tray } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf, Ours, Talk } from '../kit/ui/Talk';
import type { Tip } from './tips';
import { t } from './words';

interface Props {
  tip: Tip;
  onWithdraw: () => unknown;
}

/** What helped, who says so and where it came from. */
export function TipCard({ tip, onWithdraw }: Props) {
  const { author, words } = tip;
  const name = fullName(author);
  return (
    <Card as="article">
      <div class="row">
        <Ava name={name} />
        <p class="grow">
          <strong>{name}</strong>
          <br />
          <span class="meta">{sourceOf(tip)}</span>
        </p>
        {tip.isUnsent && <Tag icon={tray}>{t('waits')}</Tag>}
      </div>
      <Talk>
        <Ours lang={languageOf(words)}>{words}</Ours>
        <Against kind={tip.type_key} />
      </Talk>
      {author.id === me.value?.id && (
        <div class="row wrap">
          <LinkButton look="quiet" icon={edit} href={`/shares?edit=${tip.id}`}>
            {t('edit')}
          </LinkButton>
          <Button look="quiet" icon={bin} onClick={onWithdraw}>
            {t('withdraw')}
          </Button>
        </div>
      )}
    </Card>
  );
}

const FROM = {
  round: 'fromRound',
  visit: 'fromVisit',
  moment: 'fromMoment',
  goal: 'fromGoal',
} as const;

function sourceOf({ at, origin }: Tip): string {
  return [momentOf(at), origin && t(FROM[origin])].filter(Boolean).join(' · ');
}

/** The way to the answers of that kind. */
function Against({ kind }: { kind: string | null }) {
  if (!kind) return null;
  return (
    <p class="meta row">
      <a class="link" href={`/playbook/${kind}`}>
        {t('againstKind', { kind: objectionsInWords()[kind] ?? kind })}
      </a>
    </p>
  );
}
