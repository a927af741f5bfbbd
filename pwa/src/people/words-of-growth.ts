/** How a growth file is called where it is opened. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    title: 'Growth file',
    meta: 'What you learned and gave, whatever the team',
    metaOf: 'Facts of one person; opening it is listed to them',
  },
  'zh-CN': {
    title: '成长档案',
    meta: '学到的、给出的，换了团队也跟着你',
    metaOf: '一个人的事实，打开会告诉本人',
  },
});
