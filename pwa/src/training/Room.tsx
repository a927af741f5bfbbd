/** The screens behind the list of training, under one address; each is fetched when it is first opened. */
import { useRoute } from 'preact-iso';
import { late } from '../late';

const Session = late(() => import('./Session'));
const Topics = late(() => import('./Topics'));

export default function Room() {
  const { id = '' } = useRoute().params;
  return id === 'topics' ? <Topics /> : <Session key={id} />;
}
