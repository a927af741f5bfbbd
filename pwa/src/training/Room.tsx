/** The screens behind the list of training, under one address; each is fetched when it is first opened. */
import { useRoute } from 'preact-iso';
import { late } from '../late';

const Session = late(() => import('./Session'));
const Topics = late(() => import('./Topics'));
const Certifications = late(() => import('./Certifications'));

export default function Room() {
  const { id = '' } = useRoute().params;
  if (id === 'certifications') return <Certifications />;
  return id === 'topics' ? <Topics /> : <Session key={id} />;
}
