import { relativeDay } from '../kit/i18n/format';
import { items } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Sheet } from '../kit/ui/Sheet';
import { t as tv } from '../visits/words';
import { isUnplayed } from './deck';
import { whenOf } from './when';
import type { DeckItem } from './wire';
import { t } from './words-of-evening';

interface Props {
  card: DeckItem;
  open: boolean;
  onClose: () => unknown;
}

/** Every card says where it comes from. */
export function WhySheet({ card, open, onClose }: Props) {
  return (
    <Sheet open={open} title={t('whyTitle')} onClose={onClose}>
      <ul class="stack">
        {reasons(card).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Button look="main" onClick={onClose}>
        {t('understood')}
      </Button>
    </Sheet>
  );
}

function reasons(card: DeckItem): string[] {
  const { visit, client, heard, rounds, big_order } = card;
  const [last] = heard;
  const isUnsent = items.value.some(
    ({ kind, lane }) => kind === 'check-in' && lane === `visit:${last?.visit_id ?? ''}`,
  );
  return [
    t('whyVisit', { when: whenOf(visit), client: client.name, purpose: tv(visit.purpose) }),
    last && t('whyHeard', { day: relativeDay(last.on) }),
    isUnsent && t('whyUnsent'),
    big_order && t('whyBig'),
    isUnplayed(card) ? t('whyNoRound') : t('whyRounds', { n: rounds }),
  ].filter((reason) => typeof reason === 'string');
}
