import { Select } from '../kit/ui/Field';
import { useClientsOf } from './clients-of';
import type { PromiseNew, Review } from './wire';
import { t } from './words-of-talk';

interface Props {
  review: Review;
  form: PromiseNew;
  change: (part: Partial<PromiseNew>) => unknown;
}

/** Tied to a client, the promise stands on the card of the next visit there. */
export function ClientField({ review, form, change }: Props) {
  const clients = useClientsOf(review, form.owner_id).value?.items ?? [];
  if (clients.length === 0) return null;
  const options = clients.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={t('aboutClient')}
      name="client_id"
      value={form.client_id ?? ''}
      options={[{ value: '', label: t('noClient') }, ...options]}
      onChange={(id) => change({ client_id: id || null })}
    />
  );
}
