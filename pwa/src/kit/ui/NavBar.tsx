import { me, type Person } from '../api/person';
import { classes } from './classes';
import { clients, evening, person, rides, reviews, team, today } from './icons';
import { Icon } from './Icon';
import { t } from './words';

export type NavKey = 'today' | 'clients' | 'evening' | 'rides' | 'reviews' | 'team' | 'me';

const PLACES: Record<NavKey, { href: string; icon: string }> = {
  today: { href: '/', icon: today },
  clients: { href: '/clients', icon: clients },
  evening: { href: '/evening', icon: evening },
  rides: { href: '/ride-alongs', icon: rides },
  reviews: { href: '/reviews', icon: reviews },
  team: { href: '/team', icon: team },
  me: { href: '/me', icon: person },
};

/** What a role cannot use is not in its bar; who leads stands beside others first. */
const BARS: Record<Person['role'], readonly NavKey[]> = {
  rep: ['today', 'clients', 'evening', 'me'],
  manager: ['today', 'rides', 'reviews', 'team'],
  regional_manager: ['today', 'reviews', 'me'],
  trainer: ['today', 'me'],
  admin: ['today', 'me'],
};

/** From where a place is opened by those who do not have it in their bar. */
const WITHIN: Record<NavKey, NavKey> = {
  today: 'today',
  clients: 'team',
  evening: 'team',
  rides: 'today',
  reviews: 'today',
  team: 'today',
  me: 'team',
};

export function isInBar(place: NavKey): boolean {
  return BARS[me.value?.role ?? 'rep'].includes(place);
}

/** The way back from a place that is not in the bar; in the bar there is none. */
export function backFrom(place: NavKey): string | undefined {
  return isInBar(place) ? undefined : PLACES[WITHIN[place]].href;
}

interface Props {
  /** The place that is open, or to which what is open belongs. */
  current: NavKey;
  /** A screen that was opened from the place: on a phone it stands alone, on a wide screen the rail stays. */
  within?: boolean;
}

/** The bar under the thumb; on a wide screen the rail at the left. */
export function NavBar({ current, within = false }: Props) {
  const places = BARS[me.value?.role ?? 'rep'];
  const isPlace = isInBar(current) && !within;
  const place = isInBar(current) ? current : WITHIN[current];
  return (
    <nav class={classes('nav', !isPlace && 'rail')} aria-label={t('main')}>
      {places.map((key) => (
        <a
          key={key}
          href={PLACES[key].href}
          aria-current={key !== place ? undefined : isPlace ? 'page' : 'true'}
        >
          <Icon of={PLACES[key].icon} />
          {t(key)}
        </a>
      ))}
    </nav>
  );
}
