import { words } from '../kit/i18n/words';

/** Why a card is there, and what brought it. */
export const t = words({
  en: {
    visitAt: '{when}, {purpose}',
    whyVisit: 'You go there: {visit}',
    whyBig: 'The order is big enough to play it, for veterans too',
    heardHere: '{when}, at the client',
    heardFrom: '{when}, {name}',
    whyHeard: '{source}: still open',
    returns: {
      one: 'Not answered {day}; back after {n} working day',
      other: 'Not answered {day}; back after {n} working days',
    },
    heard: 'Heard {day}',
    back: 'Back tonight',
    replay: 'Replay of the ride-along',
    replayed: 'On the ride-along {day}; play it again tonight',
    toRide: 'See the ride-along',
    quoted: '“{words}”',
    toVisit: 'See the plan',
    toCheckIn: 'See the check-in',
    unsent: 'See the check-in, not sent yet',
  },
  'zh-CN': {
    visitAt: '{when}，{purpose}',
    whyVisit: '要去这家：{visit}',
    whyBig: '单子够大，老手也先练一遍',
    heardHere: '{when}，客户说的',
    heardFrom: '{when}，{name}说的',
    whyHeard: '{source}，还没接住',
    returns: '{day}没接住，过了 {n} 个工作日再练',
    heard: '{day}听到的',
    back: '今晚再练',
    replay: '陪访重演',
    replayed: '{day}陪访时发生的，今晚再来一遍',
    toRide: '看那次陪访',
    quoted: '“{words}”',
    toVisit: '看安排',
    toCheckIn: '看签到',
    unsent: '看签到，还没发出去',
  },
});
