import { sendNow, type Item } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { send } from '../kit/ui/icons';
import { DiscardButton } from './DiscardButton';
import { EditButton } from './EditButton';
import { ItemHead } from './ItemHead';
import { ItemSound } from './ItemSound';
import { t } from './words';

interface Props {
  item: Item;
  /** Why it does not go right now, when that is not simply the network. */
  why: string | null;
  icon: string;
  /** False while it is held by another item: trying would do nothing. */
  mayTry?: boolean;
}

export function WaitingItem({ item, why, icon, mayTry = true }: Props) {
  return (
    <Card as="article">
      <ItemHead item={item} icon={icon} />
      {why && <p class="meta">{why}</p>}
      <div class="row">
        <ItemSound item={item} />
        {mayTry && (
          <Button grow icon={send} onClick={sendNow}>
            {t('tryNow')}
          </Button>
        )}
        <EditButton item={item} label={t('edit')} />
      </div>
      {item.status !== null && <DiscardButton item={item} />}
    </Card>
  );
}
