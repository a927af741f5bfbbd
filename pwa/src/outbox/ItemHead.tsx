import { momentOf } from '../kit/i18n/format';
import type { Item } from '../kit/outbox';
import { Dot } from '../kit/ui/Line';
import { titleOf } from './kinds';
import { t } from './words';

interface Props {
  item: Item;
  icon: string;
  fault?: boolean;
}

/** What it is, and since when it lies here. */
export function ItemHead({ item, icon, fault }: Props) {
  const when = momentOf(new Date(item.savedAt));
  const { detail } = item.label;
  return (
    <div class="row">
      {fault ? <Dot tone="fault" icon={icon} /> : <Dot icon={icon} />}
      <div class="grow">
        <strong>{titleOf(item)}</strong>
        <p class="meta num">{detail ? t('savedWith', { when, detail }) : t('saved', { when })}</p>
      </div>
    </div>
  );
}
