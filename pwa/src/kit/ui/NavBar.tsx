import { me, type Person } from '../api/person';
import { classes } from './classes';
import { clients, evening, person, today } from './icons';
import { Icon } from './Icon';
import { t } from './words';

export type NavKey = 'today' | 'clients' | 'evening' | 'me';

const PLACES: Record<NavKey, { href: string; icon: string }> = {
  today: { href: '/', icon: today },
  clients: { href: '/clients', icon: clients },
  evening: { href: '/evening', icon: evening },
  me: { href: '/me', icon: person },
};

const WHOEVER_SELLS: readonly NavKey[] = ['today', 'clients', 'evening', 'me'];
const OTHERS: readonly NavKey[] = ['today', 'me'];

/** What a role cannot use is not in its bar: clients and the evening belong to those who sell. */
const BARS: Record<Person['role'], readonly NavKey[]> = {
  rep: WHOEVER_SELLS,
  manager: WHOEVER_SELLS,
  regional_manager: OTHERS,
  trainer: OTHERS,
  admin: OTHERS,
};

interface Props {
  /** The place that is open, or to which what is open belongs. */
  current: NavKey;
  /** A screen that was opened from the place: on a phone it stands alone, on a wide screen the rail stays. */
  within?: boolean;
}

/** The bar under the thumb; on a wide screen the rail at the left. */
export function NavBar({ current, within = false }: Props) {
  const places = BARS[me.value?.role ?? 'rep'];
  return (
    <nav class={classes('nav', within && 'rail')} aria-label={t('main')}>
      {places.map((key) => (
        <a
          key={key}
          href={PLACES[key].href}
          aria-current={key !== current ? undefined : within ? 'true' : 'page'}
        >
          <Icon of={PLACES[key].icon} />
          {t(key)}
        </a>
      ))}
    </nav>
  );
}
