/** Where a share is told, behind one door: in parts, or the week's KPI. */
import { useRoute } from 'preact-iso';
import WriteShare from './WriteShare';
import WriteWeek from './WriteWeek';

export default function Writer() {
  return useRoute().params['id'] ? <WriteShare /> : <WriteWeek />;
}
