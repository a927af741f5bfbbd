import { useLocation } from 'preact-iso';
import { signOut } from '../kit/api/session';
import { waiting } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Sheet } from '../kit/ui/Sheet';
import { t } from './words';

/** Where this part cannot be fetched, a push service says later that nobody is here. */
function ignored(): void {}

interface Props {
  open: boolean;
  onClose: () => unknown;
}

/** Says what happens to what is unsent: it stays, and waits for its writer. */
export function SignOutSheet({ open, onClose }: Props) {
  const { route } = useLocation();
  const n = waiting.value;
  const leave = () => {
    void import('../reminders/push').then(({ forgetPush }) => forgetPush()).catch(ignored);
    void signOut();
    route('/sign-in', true);
  };
  return (
    <Sheet open={open} title={t('signOutQuestion')} onClose={onClose}>
      <p>{n > 0 ? t('signOutUnsent', { n }) : t('signOutNothing')}</p>
      <Button look="main" onClick={leave}>
        {t('signOut')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('stay')}
      </Button>
    </Sheet>
  );
}
