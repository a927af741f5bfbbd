import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    title: 'What colleagues learned about them',
    claim: 'What they claim',
    learned: 'What we learned',
  },
  'zh-CN': {
    title: '同事碰到过这家同行',
    claim: '他们怎么说',
    learned: '我们学到什么',
  },
});
