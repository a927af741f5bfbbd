import { words } from '../kit/i18n/words';

/** The four corrections, and what somebody lacks. */
export const t = words({
  en: {
    direction: 'Direction',
    method: 'Method',
    knowledge: 'Knowledge',
    skill: 'Skill',
    resource: 'Something missing',
    direction_helps: 'Look at the plan together: which clients, on which days.',
    method_helps: 'Look at one visit together: how the door was opened, who was met.',
    knowledge_helps: 'Go through the products and their answers once more.',
    skill_helps: 'Practise it tonight, and take somebody along tomorrow.',
  },
  'zh-CN': {
    direction: '方向',
    method: '方法',
    knowledge: '知识',
    skill: '技能',
    resource: '缺资源',
    direction_helps: '一起看看计划：去哪些客户，哪天去。',
    method_helps: '一起看一次拜访：门怎么开的，见到了谁。',
    knowledge_helps: '把产品和应对话术再过一遍。',
    skill_helps: '今晚练一练，明天带上一个人去。',
  },
});
