/** 目标: a rep's own, or for a manager where the team needs them. */
import { me } from '../kit/api/session';
import { late } from '../late';
import { MyGoals } from './MyGoals';

const TeamGoals = late(() => import('./TeamGoals'));

export default function Goals() {
  const person = me.value;
  if (!person) return null;
  return person.role === 'rep' ? <MyGoals person={person} /> : <TeamGoals />;
}
