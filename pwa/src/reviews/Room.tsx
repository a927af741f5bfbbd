/** The screens of reviews behind their list, under one address; each is fetched when it is first opened. */
import { useRoute } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { me, type Person } from '../kit/api/session';
import { late } from '../late';

type Role = Person['role'];

const Review = late(() => import('./Review'));
const NotFound = late(() => import('../today/NotFound'));

/** What only some have: whoever hosts reviews, and whoever keeps the questions. */
const ROOMS: Record<string, { roles: readonly Role[]; Screen: FunctionComponent }> = {
  series: {
    roles: ['manager', 'regional_manager'],
    Screen: late(() => import('./Series')),
  },
  questions: { roles: ['trainer', 'admin'], Screen: late(() => import('./QuestionBank')) },
};

export default function Room() {
  const { id = '' } = useRoute().params;
  const room = ROOMS[id];
  if (!room) return <Review />;
  const isMine = me.value !== null && room.roles.includes(me.value.role);
  return isMine ? <room.Screen /> : <NotFound />;
}
