/** How the pulse is called where it is opened. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    asked: 'Two questions about {month}',
    askedWhy: 'Two taps, nobody sees whose',
    title: 'Trust in counts',
    why: 'What reps said at the end of a month, never who',
  },
  'zh-CN': {
    asked: '{month}的两个问题',
    askedWhy: '点两下，没人知道是谁答的',
    title: '信任脉搏',
    why: '销售员月末怎么说，从不说是谁',
  },
});
