import { words } from '../kit/i18n/words';

/** Answers of the playbook (应对话术), and how they went. */
export const t = words({
  en: {
    used: { one: 'Used {n} time', other: 'Used {n} times' },
    notTried: 'Not tried yet',
    worked: '{n} worked',
    partly: '{n} in part',
    due: 'due for a look',
    lookAgain: 'look again in {month}',
    ownAgain: 'Back to my own words',
  },
  'zh-CN': {
    used: '团队用过 {n} 次',
    notTried: '还没人试过',
    worked: '{n} 次管用',
    partly: '{n} 次管一半',
    due: '该复查了',
    lookAgain: '{month}复查',
    ownAgain: '换回我自己的话',
  },
});
