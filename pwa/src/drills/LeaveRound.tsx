import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { Button, IconButton } from '../kit/ui/Button';
import { close } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import type { Table } from './use-round';
import { t } from './words-of-round';

/** The way out of a round whose clock has run: it waits, or it goes; nobody is asked why. */
export function LeaveRound({ clear, tonight }: Pick<Table, 'clear' | 'tonight'>) {
  const [open, setOpen] = useState(false);
  const { route } = useLocation();
  const drop = async () => {
    await clear();
    tonight.value.value = { ...tonight.value.peek(), open: null };
    await tonight.keep();
    route('/evening');
  };
  return (
    <>
      <IconButton icon={close} label={t('stop')} onClick={() => setOpen(true)} />
      <Sheet open={open} title={t('leaveTitle')} onClose={() => setOpen(false)}>
        <p>{t('leaveWhy')}</p>
        <Button look="main" onClick={() => route('/evening')}>
          {t('leaveOpen')}
        </Button>
        <Button onClick={drop}>{t('leaveDrop')}</Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t('leaveNot')}
        </Button>
      </Sheet>
    </>
  );
}
