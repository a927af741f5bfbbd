import { words } from '../kit/i18n/words';

/** What the team hears of one another in the evening. */
export const t = words({
  en: {
    title: 'Evening sharing',
    tell: 'Tell something',
    empty: 'Nobody has shared today yet',
    emptyWhy: 'A deal, a loss, a knack: whoever begins makes it easier for the others.',
    before: 'What was shared before',
    interviews: 'Pair interviews',
    interviewsWhy: 'Two of you, fifteen minutes, four lines each',
  },
  'zh-CN': {
    title: '晚分享',
    tell: '说一条',
    empty: '今天还没有人分享',
    emptyWhy: '一单、一次丢单、一个诀窍都行：有人先说，别人就好开口。',
    before: '看之前分享的',
    interviews: '结对互访',
    interviewsWhy: '两个人，十五分钟，每人四行',
  },
});
