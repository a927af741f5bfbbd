import { callName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { swap as swapIcon } from '../kit/ui/icons';
import { nextCard } from './deck';
import { swapped } from './seats';
import type { Table } from './use-round';
import type { RoundEnd } from './use-round-end';
import { t } from './words-of-verdict';

interface Props {
  table: Table;
  end: RoundEnd;
  /** Somebody wants to go on before the boss has spoken. */
  onAsk: () => unknown;
}

export function VerdictDock({ table: { play, deck, card }, end: { busy, end }, onAsk }: Props) {
  if (!play.notes.verdict) return <Button onClick={onAsk}>{t('verdictFirst')}</Button>;
  const next = nextCard(deck, card);
  return (
    <>
      <Button
        look="main"
        icon={swapIcon}
        busy={busy}
        busyLabel={t('saving')}
        onClick={() => end({ to: 'swap' })}
      >
        {t('swap', { name: callName(swapped(play.seats).boss) })}
      </Button>
      <div class="row wrap">
        <Button grow busy={busy} onClick={() => end({ to: 'again' })}>
          {t('again')}
        </Button>
        {next && (
          <Button grow busy={busy} onClick={() => end({ to: 'next', card: next.id })}>
            {t('nextClient')}
          </Button>
        )}
        <Button grow busy={busy} onClick={() => end({ to: 'done' })}>
          {t('done')}
        </Button>
      </div>
    </>
  );
}
