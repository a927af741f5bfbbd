import { words } from '../kit/i18n/words';

/** What a round leaves behind, while it is written and afterwards. */
export const t = words({
  en: {
    would_sign: 'Would sign',
    would_meet_again: 'Meet again',
    would_not: 'Would not',
    keep: 'Keep one thing',
    change: 'Change one thing',
    rep_words: 'Own words',
    direction: 'Direction',
    method: 'Method',
    knowledge: 'Knowledge',
    skill: 'Skill',
    yes: 'Yes',
    partly: 'Partly',
    no: 'No',
    roundLabel: 'Round {n} · {verdict}',
  },
  'zh-CN': {
    would_sign: '会签',
    would_meet_again: '愿意再见',
    would_not: '不会',
    keep: '保持一点',
    change: '改进一点',
    rep_words: '自己的话',
    direction: '方向',
    method: '方法',
    knowledge: '知识',
    skill: '技能',
    yes: '有',
    partly: '部分',
    no: '没有',
    roundLabel: '第 {n} 轮 · {verdict}',
  },
});
