/** The case library: the list, one case, and how a share becomes one. */
import { useLocation } from 'preact-iso';
import { Empty } from '../kit/ui/Empty';
import { Page } from '../kit/ui/Page';
import { late } from '../late';
import Case from './Case';
import Cases from './Cases';
import { t } from './words-of-cases';

export { Cases };

/** Opened by managers and trainers alone. */
const Curate = late(() => import('./Curate'));

export default function Library() {
  const [, place, id] = useLocation().path.split('/');
  if (place !== 'cases') return <Curate />;
  return id ? <Case /> : <Cases />;
}

/** Beside the list, before one is chosen. */
export function Unchosen() {
  return (
    <Page title={t('which')} back="/">
      <Empty title={t('whichWhy')} />
    </Page>
  );
}
