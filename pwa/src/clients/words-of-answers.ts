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
    behind: { one: 'Another answer · {went}', other: '{n} answers · {went}' },
    ofPlaybook: 'Answers of the playbook',
    ownAgain: 'Back to my own words',
  },
  'zh-CN': {
    used: '团队用过 {n} 次',
    notTried: '还没人试过',
    worked: '{n} 次管用',
    partly: '{n} 次管一半',
    due: '该复查了',
    lookAgain: '{month}复查',
    behind: '话术还有 {n} 个回答 · {went}',
    ofPlaybook: '话术里的回答',
    ownAgain: '换回我自己的话',
  },
});
