/** All that is shared, behind one door: every file more is a line in the service worker. The library and the writer come late. */
import { useLocation } from 'preact-iso';
import { late } from '../late';
import Share from './Share';
import Shares from './Shares';

const Library = late(() => import('./Library'));
const Writer = late(() => import('./Writer'));
const Tonight = late(() => import('./Tonight'));

export default function Room() {
  const [, place, id, part] = useLocation().path.split('/');
  if (place === 'cases' || part === 'curate') return <Library />;
  if (!id) return <Shares />;
  if (id === 'tonight') return <Tonight />;
  return id === 'week' || part === 'write' ? <Writer /> : <Share />;
}
