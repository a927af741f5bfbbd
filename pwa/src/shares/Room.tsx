/** All that is shared, behind one door: every file more is a line in the service worker. The library comes late. */
import { useLocation } from 'preact-iso';
import { late } from '../late';
import Share from './Share';
import Shares from './Shares';
import WriteShare from './WriteShare';
import WriteWeek from './WriteWeek';

const Library = late(() => import('./Library'));
const Tonight = late(() => import('./Tonight'));

export default function Room() {
  const [, place, id, part] = useLocation().path.split('/');
  if (place === 'cases' || part === 'curate') return <Library />;
  if (!id) return <Shares />;
  if (id === 'week') return <WriteWeek />;
  if (id === 'tonight') return <Tonight />;
  return part === 'write' ? <WriteShare /> : <Share />;
}
