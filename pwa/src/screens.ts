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
  /** The place of the bar it belongs to: on a wide screen the rail stays beside it. */
  within?: NavKey;
  /** The address of the list that stands beside it on a wide screen. */
  beside?: string;
  /** Of a list: what stands in the place of the detail while nothing is chosen. */
  unchosen?: () => Promise<{ default: FunctionComponent }>;
  /** Needs no sign-in. */
  open?: true;
  roles?: readonly Role[];
  load: () => Promise<{ default: FunctionComponent }>;
}

/** Read what the organisation decided; the server says who of them may change what. */
const KEEPERS: readonly Role[] = ['manager', 'regional_manager', 'trainer', 'admin'];
const LOOK_AFTER_PEOPLE: readonly Role[] = ['manager', 'admin'];
const LEAD: readonly Role[] = ['manager'];
/** Put what the method proposes in the company's own words. */
const WORD_IT: readonly Role[] = ['trainer', 'admin'];
/** Who has an evening; the others drill with nobody. */
const DRILL: readonly Role[] = ['rep', 'manager'];
/** Who agrees on goals and gives promises. */
const AGREE = DRILL;
const SELL: readonly Role[] = ['rep'];
/** Newcomer, mentor, manager and trainer. */
const OF_CAMPS: readonly Role[] = ['rep', 'manager', 'trainer'];
/** Who sits in pair interviews or sees how many were held; the same promise somebody something. */
const OF_TALKS: readonly Role[] = [...DRILL, 'regional_manager'];
/** What is told of a team's sheets and clients, and to whom. */
const OF_TEAMS: readonly Role[] = ['rep', 'manager', 'regional_manager', 'trainer'];

/** One door for all that is shared: what lies behind it is fetched from there. */
const shared = () => import('./shares/Room');
const library = () => import('./shares/Library');
/** What a rep reads first, a review opens where a skill got stuck. */
const loops = () => import('./loops/Loops');

const OF_ONESELF = { sky: 'plain', within: 'me' } as const;

/** What the organisation decides for itself, each opened from its one look. */
const decided: readonly Pick<Screen, 'path' | 'roles' | 'load'>[] = [
  { path: '/people', load: () => import('./people/People') },
  { path: '/people/:id', roles: LOOK_AFTER_PEOPLE, load: () => import('./people/Person') },
  { path: '/organisation/settings', load: () => import('./organisation/Settings') },
  { path: '/organisation/calendar', load: () => import('./organisation/Calendar') },
  { path: '/organisation/rules', load: () => import('./visits/Rules') },
  { path: '/organisation/teams', load: () => import('./organisation/Teams') },
  { path: '/organisation/products', load: () => import('./deals/Products') },
  { path: '/organisation/mentors', load: () => import('./people/Mentors') },
  { path: '/organisation/camp', roles: WORD_IT, load: () => import('./training/CampTemplate') },
  { path: '/organisation/marks', roles: WORD_IT, load: () => import('./training/Anchors') },
  {
    path: '/organisation/robots',
    roles: LOOK_AFTER_PEOPLE,
    load: () => import('./reminders/Robots'),
  },
];

/** What is told to one another, and the library that is made of it. */
const told: readonly (Pick<Screen, 'path'> & Partial<Screen>)[] = [
  { path: '/shares' },
  { path: '/shares/week', roles: AGREE },
  { path: '/shares/tonight', sky: 'dusk', roles: OF_TEAMS },
  { path: '/shares/:id', sky: 'day' },
  { path: '/shares/:id/write' },
  { path: '/shares/:id/curate', roles: ['manager', 'trainer'] },
  {
    path: '/cases',
    roles: OF_TEAMS,
    load: () => library().then(({ Cases }) => ({ default: Cases })),
    unchosen: () => library().then(({ Unchosen }) => ({ default: Unchosen })),
  },
  { path: '/cases/:id', sky: 'day', beside: '/cases', roles: OF_TEAMS },
];

/** Classes, the newcomers' camp, and what one has had of products and skills. */
const learned: readonly Pick<Screen, 'path' | 'roles' | 'load'>[] = [
  { path: '/training', roles: OF_TEAMS, load: () => import('./training/Training') },
  { path: '/training/:id/:material?', roles: OF_TEAMS, load: () => import('./training/Room') },
  { path: '/camp', roles: SELL, load: () => import('./training/Camp') },
  { path: '/camps/:id', roles: OF_CAMPS, load: () => import('./training/Camp') },
];

/** What is one's own, opened from Me; a growth file is the same screen wherever it is opened. */
const ofMe: readonly Pick<Screen, 'path' | 'roles' | 'load'>[] = [
  { path: '/me/calibration', load: () => import('./people/Calibration') },
  { path: '/me/growth', load: () => import('./growth/Growth') },
  { path: '/people/:id/growth', load: () => import('./growth/Growth') },
  { path: '/rivals', roles: AGREE, load: () => import('./shares/Rivals') },
  { path: '/rivals/:id', roles: SELL, load: () => import('./shares/RivalRoom') },
  { path: '/interviews', roles: OF_TALKS, load: () => import('./shares/Interviews') },
  { path: '/interviews/:id', roles: SELL, load: () => import('./shares/Interview') },
  { path: '/pulse', roles: OF_TALKS, load: () => import('./pulse/Pulse') },
  { path: '/reminders', load: () => import('./reminders/Reminders') },
  { path: '/me/reminders', load: () => import('./reminders/ReminderSettings') },
  { path: '/me/access', load: () => import('./people/Access') },
  { path: '/me/password', load: () => import('./people/Password') },
];

export const screens: readonly Screen[] = [
  { path: '/', sky: 'day', nav: 'today', load: () => import('./today/Today') },
  // What Today is for those who lead; reps who mentor open it from there.
  { path: '/team/today', sky: 'day', nav: 'today', load: () => import('./today/Glance') },
  { path: '/team', sky: 'day', nav: 'team', roles: LEAD, load: () => import('./today/Team') },
  {
    path: '/kick-off',
    sky: 'day',
    within: 'today',
    roles: DRILL,
    load: () => import('./today/KickOff'),
  },
  {
    path: '/team/sheets',
    sky: 'plain',
    within: 'team',
    roles: OF_TEAMS,
    load: () => import('./today/TeamSheets'),
  },
  { path: '/help', sky: 'plain', within: 'me', open: true, load: () => import('./today/Help') },

  { path: '/visits/new', sky: 'plain', within: 'today', load: () => import('./visits/VisitNew') },
  {
    path: '/visits/:id/check-in',
    sky: 'plain',
    within: 'today',
    load: () => import('./visits/CheckIn'),
  },

  {
    path: '/clients',
    sky: 'day',
    nav: 'clients',
    load: () => import('./clients/Clients'),
    unchosen: () => import('./clients/Unchosen'),
  },
  {
    path: '/clients/new',
    sky: 'plain',
    within: 'clients',
    load: () => import('./clients/ClientNew'),
  },
  {
    path: '/clients/:id',
    sky: 'day',
    within: 'clients',
    beside: '/clients',
    load: () => import('./clients/Client'),
  },
  {
    path: '/clients/:id/sheet',
    sky: 'plain',
    within: 'clients',
    load: () => import('./clients/Sheet'),
  },

  {
    path: '/evening',
    sky: 'dusk',
    nav: 'evening',
    roles: DRILL,
    load: () => import('./drills/Evening'),
  },
  // What the evening is for those who lead; reps who mentor open it from their own.
  {
    path: '/evening/team',
    sky: 'dusk',
    within: 'evening',
    roles: DRILL,
    load: () => import('./today/TeamEvening'),
  },
  {
    path: '/evening/prepare/:card',
    sky: 'dusk',
    within: 'evening',
    load: () => import('./drills/Prepare'),
  },
  // A round has the whole screen: what it shows is for one seat, and nothing beside it leads away.
  { path: '/evening/round/:card', sky: 'dusk', load: () => import('./drills/Round') },
  { path: '/drills/:id', sky: 'dusk', within: 'evening', load: () => import('./drills/Drill') },

  ...told.map((screen) => ({
    sky: 'plain' as const,
    within: 'evening' as const,
    load: shared,
    ...screen,
  })),

  ...learned.map((screen) => ({ ...OF_ONESELF, ...screen })),

  {
    path: '/goals',
    sky: 'day',
    within: 'me',
    roles: AGREE,
    load: () => import('./goals/Goals'),
    unchosen: () => import('./goals/Unchosen'),
  },
  {
    path: '/goals/:id',
    sky: 'plain',
    within: 'me',
    beside: '/goals',
    roles: AGREE,
    load: () => import('./goals/Goal'),
  },
  {
    path: '/promises',
    sky: 'plain',
    within: 'me',
    roles: OF_TALKS,
    load: () => import('./commitments/Promises'),
  },
  {
    path: '/people/:id/promises',
    sky: 'plain',
    within: 'me',
    load: () => import('./commitments/Promises'),
  },
  {
    path: '/help-requests',
    sky: 'plain',
    within: 'today',
    roles: OF_TEAMS,
    load: () => import('./help-requests/HelpList'),
    unchosen: () => import('./help-requests/Unchosen'),
  },
  {
    path: '/help-requests/new',
    sky: 'plain',
    within: 'today',
    roles: OF_TEAMS,
    load: () => import('./help-requests/HelpNew'),
  },
  {
    path: '/help-requests/:id',
    sky: 'plain',
    within: 'today',
    beside: '/help-requests',
    roles: OF_TEAMS,
    load: () => import('./help-requests/HelpRequest'),
  },
  {
    path: '/reviews',
    sky: 'plain',
    nav: 'reviews',
    load: () => import('./reviews/Reviews'),
    unchosen: () => import('./reviews/Reviews').then((one) => ({ default: one.Unchosen })),
  },
  // One review, the series and the questions: their own room says who has which.
  {
    path: '/reviews/:id',
    sky: 'plain',
    within: 'reviews',
    beside: '/reviews',
    load: () => import('./reviews/Room'),
  },
  {
    path: '/ride-alongs',
    sky: 'plain',
    nav: 'rides',
    load: () => import('./ride-alongs/RideAlongs'),
    unchosen: () => import('./ride-alongs/Unchosen'),
  },
  {
    path: '/ride-alongs/:id',
    sky: 'day',
    within: 'rides',
    beside: '/ride-alongs',
    load: () => import('./ride-alongs/RideAlong'),
  },
  {
    path: '/ride-alongs/:id/debrief',
    sky: 'dusk',
    within: 'rides',
    load: () => import('./ride-alongs/Debrief'),
  },
  { path: '/me/ladder', sky: 'plain', within: 'me', load: () => import('./ride-alongs/Ladder') },
  {
    path: '/people/:id/ladder',
    sky: 'plain',
    within: 'rides',
    load: () => import('./ride-alongs/Ladder'),
  },

  { path: '/me/loops', sky: 'plain', within: 'me', load: loops },
  { path: '/people/:id/loops', sky: 'plain', within: 'reviews', load: loops },

  { path: '/outbox', sky: 'plain', nav: 'today', load: () => import('./outbox/Outbox') },

  { path: '/me', sky: 'day', nav: 'me', load: () => import('./people/Me') },
  ...ofMe.map((screen) => ({ ...OF_ONESELF, ...screen })),

  { path: '/playbook', sky: 'plain', within: 'me', load: () => import('./playbook/Playbook') },
  {
    path: '/playbook/:key',
    sky: 'plain',
    within: 'me',
    load: () => import('./playbook/Objection'),
  },
  {
    path: '/organisation',
    sky: 'day',
    nav: 'me',
    roles: KEEPERS,
    load: () => import('./organisation/Organisation'),
  },
  ...decided.map((screen) => ({
    ...OF_ONESELF,
    roles: KEEPERS,
    ...screen,
  })),
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
