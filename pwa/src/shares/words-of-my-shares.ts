import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    interviews: 'Pair interviews',
    interviewsWhy: 'Fifteen minutes a week, with somebody else each time',
    interviewsOfTeam: 'How many were held, by week',
    rivals: 'Rivals and PKs',
    rivalsWhy: 'Pick one, learn from each other',
    wall: 'On the team’s wall',
    wallWhy: 'Who let the team know of a PK',
  },
  'zh-CN': {
    interviews: '结对互访',
    interviewsWhy: '每周十五分钟，每次换一个人',
    interviewsOfTeam: '每周聊了几次',
    rivals: '竞争对手',
    rivalsWhy: '找一个对手，互相学一手',
    wall: '团队墙',
    wallWhy: '谁愿意让团队知道有一场PK赛',
  },
});
