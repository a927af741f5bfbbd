/** Words of the banner and the list. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    title: 'Reminders',
    meta: 'Yours alone. Nobody sees which you have read.',
    seen: 'Seen',
    new: 'new',
    allSeen: 'All seen',
    settings: 'Which reminders',
    empty: 'Nothing waits for you',
    emptyWhy: 'What is worth a thought before it comes will stand here, and never at night.',
    rowWhy: 'What comes up, and when this phone may ring',
  },
  'zh-CN': {
    title: '提醒',
    meta: '只给你看。看没看过，别人不知道。',
    seen: '看到了',
    new: '新',
    allSeen: '都看到了',
    settings: '要哪些提醒',
    empty: '没有事在等你',
    emptyWhy: '值得提前想一想的事会放在这里，晚上不打扰。',
    rowWhy: '接下来的事，这台手机什么时候可以响',
  },
});
