import { dayOf, daysAfter } from '../kit/i18n/format';
import { Row, Rows } from '../kit/ui/Card';
import { mineOf, titleOf, whenOf } from './in-words';
import { useSessions } from './remote';
import type { SessionCard } from './wire';
import { t } from './words';

const NEAR = 3;

/** The class of these days, or what is still to be tried of one. Nothing where there is neither. */
export default function NextTraining() {
  const next = useSessions('coming').value?.items.find(concernsMe);
  if (!next) return null;
  const said = [whenOf(next), mineOf(next)].filter(Boolean).join(' · ');
  return (
    <Rows>
      <Row href={`/training/${next.id}`} title={`${t('next')} · ${titleOf(next)}`} meta={said} />
    </Rows>
  );
}

function concernsMe({ state, day, my_practice }: SessionCard): boolean {
  if (state === 'practising') return my_practice === 'none';
  const comes = state === 'planned' || state === 'announced';
  return comes && day >= dayOf() && day <= daysAfter(dayOf(), NEAR);
}
