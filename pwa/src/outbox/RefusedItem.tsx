import { sendAgain, type Item } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { again, alert } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { DiscardButton } from './DiscardButton';
import { EditButton } from './EditButton';
import { ItemHead } from './ItemHead';
import { ItemSound } from './ItemSound';
import { editorOf } from './kinds';
import { t } from './words';

interface Props {
  item: Item;
  /** Carries the one filled button of the screen. */
  first: boolean;
}

/** The server said no; its sentence, and the ways on. */
export function RefusedItem({ item, first }: Props) {
  const editable = editorOf(item) !== null;
  return (
    <Card as="article">
      <ItemHead item={item} icon={alert} fault />
      <Note tone="fault">{reason(item)}</Note>
      <div class="row">
        <ItemSound item={item} />
        <EditButton item={item} look={first ? 'main' : 'plain'} grow label={t('editAndSend')} />
        <Button
          look={first && !editable ? 'main' : 'plain'}
          grow={!editable}
          icon={again}
          onClick={() => sendAgain(item.id)}
        >
          {t('sendAgain')}
        </Button>
      </div>
      <DiscardButton item={item} />
    </Card>
  );
}

function reason({ problem, status }: Item): string {
  const details = [problem?.detail, ...(problem?.errors ?? []).map((error) => error.detail)];
  const said = details.filter(Boolean).join(' ');
  return said ? t('says', { detail: said }) : t('refused', { code: String(status) });
}
