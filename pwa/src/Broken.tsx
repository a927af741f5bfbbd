import { Button, LinkButton } from './kit/ui/Button';
import { again } from './kit/ui/icons';
import { Note } from './kit/ui/Tag';
import { Page } from './kit/ui/Page';
import { t } from './words';

interface Props {
  /** The screen could not be fetched, rather than failed while showing. */
  offline?: boolean;
  onTryAgain: () => void;
}

/** The machine's fault, said in plain words, with two ways on. */
export function Broken({ offline = false, onTryAgain }: Props) {
  return (
    <Page title={t(offline ? 'notHere' : 'broke')}>
      <Note tone="fault" role="alert">
        {t(offline ? 'notHereWhy' : 'brokeWhy')}
      </Note>
      <div class="row">
        <Button look="main" icon={again} grow onClick={onTryAgain}>
          {t('tryAgain')}
        </Button>
        <LinkButton href="/">{t('toToday')}</LinkButton>
      </div>
    </Page>
  );
}
