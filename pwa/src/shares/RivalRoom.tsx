/** One PK, or the form of a new one. */
import { useRoute } from 'preact-iso';
import { late } from '../late';

const Rival = late(() => import('./Rival'));
const RivalNew = late(() => import('./RivalNew'));

export default function RivalRoom() {
  const { params } = useRoute();
  const id = params['id'] ?? '';
  return id === 'new' ? <RivalNew /> : <Rival key={id} id={id} />;
}
