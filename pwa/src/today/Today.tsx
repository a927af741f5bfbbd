import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { late } from '../late';
import { RepDay } from './RepDay';

const LEADS = ['manager', 'regional_manager'];

/** Only those who lead fetch it. */
const Glance = late(() => import('./Glance'));

/** The first screen: what helps me now. */
export default function Today() {
  const { query } = useLocation();
  const person = me.value;
  if (!person) return null;
  if (LEADS.includes(person.role)) return <Glance />;
  return <RepDay person={person} day={dayIn(query)} asked={query['visit']} />;
}

function dayIn({ day }: Record<string, string>): string {
  return day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : dayOf();
}
