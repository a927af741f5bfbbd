import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../kit/ui/Button';
import { bin, date, edit } from '../kit/ui/icons';
import { Sheet } from '../kit/ui/Sheet';
import type { VisitAtHand } from './actions';
import { CancelForm } from './CancelForm';
import { MoveForm } from './MoveForm';
import { t as tp } from './words-of-plan';

interface Props {
  visit: Pick<VisitAtHand, 'id' | 'client'>;
  open: boolean;
  onClose: () => void;
}

const TITLES = { menu: 'more', move: 'moveTitle', cancel: 'cancelTitle' } as const;

/** Plans change: another time, another day, or not at all; each with its reason. */
export function VisitActions({ visit, open, onClose }: Props) {
  const [step, setStep] = useState<keyof typeof TITLES>('menu');
  const close = () => {
    setStep('menu');
    onClose();
  };
  return (
    <Sheet open={open} title={tp(TITLES[step])} onClose={close}>
      {step === 'menu' && (
        <>
          <LinkButton icon={edit} href={`/visits/new?id=${visit.id}`}>
            {tp('change')}
          </LinkButton>
          <Button icon={date} onClick={() => setStep('move')}>
            {tp('move')}
          </Button>
          <Button icon={bin} onClick={() => setStep('cancel')}>
            {tp('cancel')}
          </Button>
          <LinkButton look="quiet" href={`/clients/${visit.client.id}`}>
            {tp('openClient')}
          </LinkButton>
        </>
      )}
      {step === 'move' && <MoveForm visit={visit} onDone={close} />}
      {step === 'cancel' && <CancelForm visit={visit} onDone={close} />}
    </Sheet>
  );
}
