import { useLocation } from 'preact-iso';
import type { FunctionComponent } from 'preact';
import { me, type Person } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { late } from '../late';
import { RepDay } from './RepDay';

/** What Today is for those who have no day of visits; only they fetch it. */
const HOMES: Partial<Record<Person['role'], FunctionComponent>> = {
  manager: late(() => import('./Glance')),
  regional_manager: late(() => import('./Region')),
  trainer: late(() => import('./Field')),
  admin: late(() => import('../organisation/Organisation')),
};

/** The first screen: what helps me now. */
export default function Today() {
  const { query } = useLocation();
  const person = me.value;
  if (!person) return null;
  const Home = HOMES[person.role];
  if (Home) return <Home />;
  return <RepDay person={person} day={dayIn(query)} asked={query['visit']} />;
}

function dayIn({ day }: Record<string, string>): string {
  return day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : dayOf();
}
