import { partsInWords } from '../kit/api/problem';
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

const UNREADABLE = 422;

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

function reason(item: Item): string {
  const { problem, status } = item;
  if (status === UNREADABLE) return unreadable(item);
  return problem?.detail
    ? t('says', { detail: problem.detail })
    : t('refused', { code: String(status) });
}

/** Which of the writer's own fields it is, as the form calls it: the server knows them by other names. */
function unreadable({ problem, label }: Item): string {
  const names = (problem?.errors ?? []).flatMap(({ pointer }) => {
    const [, field = ''] = pointer.split('/');
    return label.fields?.[field]?.name ?? [];
  });
  const fields = [...new Set(names)].join(t('fieldsBetween'));
  const what = partsInWords(problem);
  return [fields ? t('unreadableFields', { fields }) : t('unreadable'), what].join(' ').trim();
}
