/** The case library: the list, one case, and how a share becomes one. */
import { useLocation } from 'preact-iso';
import Case from './Case';
import Cases from './Cases';
import Curate from './Curate';

export default function Library() {
  const [, place, id] = useLocation().path.split('/');
  if (place !== 'cases') return <Curate />;
  return id ? <Case /> : <Cases />;
}
