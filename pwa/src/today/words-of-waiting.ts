import { words } from '../kit/i18n/words';

/** What waits for a word of mine, on Today. */
export const t = words({
  en: {
    title: 'Your word is next',
    late: 'Late on your side',
    toAnswer: 'Advice for you: is it the cause?',
    proposedToMe: 'A goal is proposed to you',
    proposedBy: '{name} proposes a goal',
    toAdvise: '{name} waits for your advice',
    reviewWith: 'Review with {name}',
    reviewOfTeam: 'Review with the team',
    reviewAt: 'Today {starts}, {minutes} min',
    rideWith: '{name} asks you to ride along',
    rideOffered: '{name} offers to ride along',
    noRide: '{name} has no ride-along soon',
    noRideWhy: 'Newcomer · nobody rides along within five working days',
    metricAndPeriod: '{metric} · {period}',
  },
  'zh-CN': {
    title: '等你一句话',
    late: '你这边晚了的',
    toAnswer: '有一条给你的建议，是这个原因吗？',
    proposedToMe: '有一个目标提给你',
    proposedBy: '{name}提了一个目标',
    toAdvise: '{name}在等你的建议',
    reviewWith: '和{name}的Review',
    reviewOfTeam: '团队Review',
    reviewAt: '今天 {starts}，{minutes} 分钟',
    rideWith: '{name}想请你陪访',
    rideOffered: '{name}想陪你跑一天',
    noRide: '{name}近期还没有陪访',
    noRideWhy: '新人 · 五个工作日内没有人陪访',
    metricAndPeriod: '{metric} · {period}',
  },
});
