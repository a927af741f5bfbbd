import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    ofTeam: 'What the team has learned',
    tips: 'Tips',
    tipsWhy: 'What helped one of us',
    playbook: 'Playbook',
    playbookWhy: 'What clients say, and what works',
    sheets: 'How well our sheets know our clients',
    sheetsWhy: 'Expected, came, unexpected',
  },
  'zh-CN': {
    ofTeam: '团队攒下的',
    tips: '诀窍',
    tipsWhy: '我们中有人用过、管用的',
    playbook: '话术',
    playbookWhy: '客户怎么说，怎么答管用',
    sheets: '客户分析料得准不准',
    sheetsWhy: '料到的、说了的、没料到的',
  },
});
