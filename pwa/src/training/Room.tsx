/** The screens behind the list of training, under one address; each is fetched when it is first opened. */
import type { FunctionComponent } from 'preact';
import { useRoute } from 'preact-iso';
import { late } from '../late';

const Session = late(() => import('./Session'));
const Material = late(() => import('./materials/Material'));

const ROOMS: Record<string, FunctionComponent> = {
  series: late(() => import('./Series')),
  plans: late(() => import('./Plans')),
  topics: late(() => import('./Topics')),
  camps: late(() => import('./Camps')),
  coverage: late(() => import('./Coverage')),
  certifications: late(() => import('./Certifications')),
};

export default function Room() {
  const { id = '', material } = useRoute().params;
  if (material) return <Material key={material} />;
  const Screen = ROOMS[id];
  return Screen ? <Screen /> : <Session key={id} />;
}
