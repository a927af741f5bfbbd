import { me } from '../kit/api/session';
import { late } from '../late';
import { RepEvening } from './RepEvening';

/** Only those who lead fetch it. */
const TeamEvening = late(() => import('../today/TeamEvening'));

/** 晚间: a rep plays tomorrow's clients; a manager sees where the evening needs help. */
export default function Evening() {
  return me.value?.role === 'manager' ? <TeamEvening /> : <RepEvening />;
}
