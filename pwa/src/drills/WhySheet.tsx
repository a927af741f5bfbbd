import { playbookRead } from '../clients/remote';
import { items } from '../kit/outbox';
import { languageOf } from '../kit/ui/Talk';
import { WhySheet as Sheet } from '../kit/ui/Why';
import { isUnplayed } from './deck';
import { hrefOf, isSaid, quoted, whyOf, wordsOf } from './reasons';
import type { DeckItem, Reason } from './wire';
import { t } from './words-of-evening';
import { t as tr } from './words-of-reasons';

interface Props {
  card: DeckItem;
  open: boolean;
  onClose: () => unknown;
}

/** Every card says where it comes from, and leads there. */
export function WhySheet({ card, open, onClose }: Props) {
  const reasons = card.reasons.map((reason) => ({
    key: `${reason.kind} ${reason.id}`,
    href: hrefOf(reason),
    title: titleOf(card, reason),
    meta: metaOf(card, reason),
  }));
  return (
    <Sheet open={open} title={t('whyTitle')} reasons={reasons} onClose={onClose}>
      <p class="meta">{isUnplayed(card) ? t('whyNoRound') : t('whyRounds', { n: card.rounds })}</p>
    </Sheet>
  );
}

const WAYS: Partial<Record<string, 'toHelp' | 'toGoal' | 'toCase'>> = {
  help_request: 'toHelp',
  goal: 'toGoal',
  case: 'toCase',
};

function titleOf(card: DeckItem, reason: Reason) {
  const words = isSaid(reason) ? wordsOf(reason, playbookRead().value) : null;
  return words ? <span lang={languageOf(words)}>{quoted(words)}</span> : whyOf(card, reason);
}

function metaOf(card: DeckItem, reason: Reason): string {
  if (!isSaid(reason)) return tr('toVisit');
  if (reason.kind === 'replay') {
    const way = WAYS[reason.origin.kind];
    return `${whyOf(card, reason)} · ${tr(way ?? 'toRide')}`;
  }
  const isUnsent = items.value.some(
    ({ kind, lane }) => kind === 'check-in' && lane === `visit:${reason.origin.id}`,
  );
  return `${whyOf(card, reason)} · ${tr(isUnsent ? 'unsent' : 'toCheckIn')}`;
}
