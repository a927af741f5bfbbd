import { words } from '../kit/i18n/words';

/** The preparation of one client. */
export const t = words({
  en: {
    prepareMeta: 'Client sheet · {when}',
    sure: 'How sure are you, going there?',
    sureAt: 'How sure are you, going to {client}?',
    sureShort: 'How sure?',
    sureWhy: 'Said before, looked at after. Only you see it.',
    unsure: 'Unsure',
    half: 'Half',
    quite: 'Sure',
    startRound: 'Start round {n} · {length}',
    minutes: { one: '{n} minute', other: '{n} minutes' },
    saveOnly: 'Keep it ({n}/4)',
    stillOpen: 'Still open: {parts}. “Not known yet, will ask” is an answer too.',
    kept: 'Kept on this phone.',
  },
  'zh-CN': {
    prepareMeta: '客户分析 · {when}',
    sure: '明天去，心里有底吗？',
    sureAt: '去{client}，心里有底吗？',
    sureShort: '心里有底吗',
    sureWhy: '去之前说一句，回来再看。只有你看得到。',
    unsure: '没底',
    half: '一半',
    quite: '有底',
    startRound: '开始第 {n} 轮 · {length}',
    minutes: '{n} 分钟',
    saveOnly: '先存着（{n}/4）',
    stillOpen: '还差：{parts}。“还不知道，会去问”也算答案。',
    kept: '存在这台手机了。',
  },
});
