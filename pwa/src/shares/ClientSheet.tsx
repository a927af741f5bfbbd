import { useState } from 'preact/hooks';
import { useClients } from '../clients/remote';
import { cardsWithUnsent } from '../clients/pending';
import { isMine } from '../clients/owner';
import { me } from '../kit/api/session';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Select } from '../kit/ui/Field';
import { Sheet } from '../kit/ui/Sheet';
import type { ClientRef } from './wire';
import { t } from './words-of-tries';

interface Props {
  title: string;
  why: string;
  save: string;
  /** Whether none may be chosen yet. */
  orNone: boolean;
  first: ClientRef | null;
  onChoose: (client: ClientRef | null) => unknown;
  onClose: () => unknown;
}

/** One of my own clients, those born on this phone among them. */
export function ClientSheet({ title, why, save, orNone, first, onChoose, onClose }: Props) {
  const mine = useMine();
  const [chosen, setChosen] = useState(first?.id ?? '');
  const at = chosen || (orNone ? '' : (mine[0]?.id ?? ''));
  const none = { value: '', label: t('noneYet') };
  const options = mine.map(({ id, name }) => ({ value: id, label: name }));
  const client = mine.find(({ id }) => id === at);
  const canSave = orNone || client !== undefined;
  return (
    <Sheet open title={title} onClose={onClose}>
      <p class="meta">{mine.length > 0 ? why : t('noClients')}</p>
      {(orNone || mine.length > 0) && (
        <Select
          label={t('atWhich')}
          name="client"
          value={at}
          options={orNone ? [none, ...options] : options}
          onChange={setChosen}
        />
      )}
      {canSave && (
        <Button
          look="main"
          onClick={() => onChoose(client ? { id: client.id, name: client.name } : null)}
        >
          {save}
        </Button>
      )}
      <Button look="quiet" onClick={onClose}>
        {t('cancel')}
      </Button>
    </Sheet>
  );
}

function useMine() {
  const person = me.value;
  const known = useClients().value?.items ?? [];
  const all = person ? cardsWithUnsent(known, pendingOf('client'), person) : known;
  return all.filter(({ owner }) => isMine(owner));
}
