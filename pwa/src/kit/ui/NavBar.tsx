import { clients, evening, person, today } from './icons';
import { Icon } from './Icon';
import { t } from './words';

export type NavKey = 'today' | 'clients' | 'evening' | 'me';

const PLACES: readonly { key: NavKey; href: string; icon: string }[] = [
  { key: 'today', href: '/', icon: today },
  { key: 'clients', href: '/clients', icon: clients },
  { key: 'evening', href: '/evening', icon: evening },
  { key: 'me', href: '/me', icon: person },
];

/** The bar of four under the thumb; on a wide screen the rail at the left. */
export function NavBar({ current }: { current: NavKey }) {
  return (
    <nav class="nav" aria-label={t('main')}>
      {PLACES.map(({ key, href, icon }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          <Icon of={icon} />
          {t(key)}
        </a>
      ))}
    </nav>
  );
}
