import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    handOverTitle: 'Who answers instead?',
    handOverWhy: 'Why, if you like',
    handOverNote: 'The clock keeps running from the first promise.',
    handTo: 'Hand it to {name}',
    lackWho: 'Choose somebody.',
    handed: 'Handed to {name}.',
    mentorRole: 'mentor',
    rep: 'rep',
    manager: 'manager',
    regional_manager: 'region',
    trainer: 'trainer',
  },
  'zh-CN': {
    handOverTitle: '换谁来回？',
    handOverWhy: '为什么换，不写也行',
    handOverNote: '时间从第一次承诺算，不重新开始。',
    handTo: '转给{name}',
    lackWho: '选一位。',
    handed: '转给{name}了。',
    mentorRole: '师傅',
    rep: '销售员',
    manager: '主管',
    regional_manager: '大区经理',
    trainer: '训练官',
  },
});
