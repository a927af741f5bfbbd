import { useState } from 'preact/hooks';
import { discard, waitingFor, type Item } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { bin } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import { say } from '../kit/ui/Toast';
import { titleOf } from './kinds';
import { t } from './words';

/** Asks first, says what else it touches, and can be taken back. */
export function DiscardButton({ item }: { item: Item }) {
  const [others, setOthers] = useState<number | null>(null);
  const close = () => setOthers(null);
  const ask = async () => setOthers(await waitingFor(item.id));
  const really = async () => {
    close();
    const undo = await discard(item.id);
    say(t('discarded'), undo);
  };
  return (
    <>
      <Button look="quiet" icon={bin} onClick={ask}>
        {t('discard')}
      </Button>
      <Sheet
        open={others !== null}
        title={t('discardQuestion', { title: titleOf(item) })}
        onClose={close}
      >
        <p>{t('discardWhy')}</p>
        {others !== null && others > 0 && <p>{t('discardOthers', { n: others })}</p>}
        <Button look="main" onClick={really}>
          {t('discardYes')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('keep')}
        </Button>
      </Sheet>
    </>
  );
}
