/** Every screen of the app: its address, its sky, its place in the bar, who may open it. */
import type { FunctionComponent } from 'preact';
import type { Person } from './kit/api/person';
import type { NavKey } from './kit/ui/NavBar';

type Role = Person['role'];

export interface Screen {
  path: string;
  /** `dusk` in the evening, `plain` for tasks that should be over soon. */
  sky: 'day' | 'dusk' | 'plain';
  /** Opened from the bar and shown with it; a task shows its own main button instead. */
  nav?: NavKey;
  /** Needs no sign-in. */
  open?: true;
  roles?: readonly Role[];
  load: () => Promise<{ default: FunctionComponent }>;
}

const MAY_INVITE: readonly Role[] = ['manager', 'regional_manager', 'admin'];

export const screens: readonly Screen[] = [
  { path: '/', sky: 'day', nav: 'today', load: () => import('./today/Today') },
  // What Today is for those who lead; reps who mentor open it from there.
  { path: '/team', sky: 'day', nav: 'today', load: () => import('./today/Glance') },
  { path: '/help', sky: 'plain', open: true, load: () => import('./today/Help') },

  { path: '/visits/new', sky: 'plain', load: () => import('./visits/VisitNew') },
  { path: '/visits/:id/check-in', sky: 'plain', load: () => import('./visits/CheckIn') },

  { path: '/clients', sky: 'day', nav: 'clients', load: () => import('./clients/Clients') },
  { path: '/clients/new', sky: 'plain', load: () => import('./clients/ClientNew') },
  { path: '/clients/:id', sky: 'day', load: () => import('./clients/Client') },
  { path: '/clients/:id/sheet', sky: 'plain', load: () => import('./clients/Sheet') },

  { path: '/evening', sky: 'dusk', nav: 'evening', load: () => import('./drills/Evening') },
  { path: '/evening/prepare/:visit', sky: 'dusk', load: () => import('./drills/Prepare') },
  { path: '/evening/round/:visit', sky: 'dusk', load: () => import('./drills/Round') },
  { path: '/drills/:id', sky: 'dusk', load: () => import('./drills/Drill') },

  { path: '/outbox', sky: 'plain', nav: 'today', load: () => import('./outbox/Outbox') },

  { path: '/me', sky: 'day', nav: 'me', load: () => import('./people/Me') },
  { path: '/me/access', sky: 'plain', load: () => import('./people/Access') },
  { path: '/me/password', sky: 'plain', load: () => import('./people/Password') },
  {
    path: '/people/invite',
    sky: 'plain',
    roles: MAY_INVITE,
    load: () => import('./people/Invite'),
  },
  { path: '/sign-in', sky: 'day', open: true, load: () => import('./people/SignIn') },
  { path: '/join', sky: 'day', open: true, load: () => import('./people/Join') },
  { path: '/reset', sky: 'day', open: true, load: () => import('./people/Reset') },
];

/** Also shown for a screen that this role does not have: what one may not see is not there. */
export const notFound: Screen = {
  path: '*',
  sky: 'day',
  nav: 'today',
  open: true,
  load: () => import('./today/NotFound'),
};
