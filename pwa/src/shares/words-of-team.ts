import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    ofTeam: 'What the team has learned',
    help: 'Help requests',
    helpWhy: 'Say what is hard; somebody promises a time',
    reviews: 'Reviews',
    reviewsWhy: 'What you agreed, and what comes next',
    questions: 'Questions of a review',
    questionsWhy: 'What is asked, in your own words',
    tips: 'Tips',
    tipsWhy: 'What helped one of us',
    playbook: 'Playbook',
    playbookWhy: 'What clients say, and what works',
    sheets: 'How well our sheets know our clients',
    sheetsWhy: 'Expected, came, unexpected',
  },
  'zh-CN': {
    ofTeam: '团队攒下的',
    help: '求助',
    helpWhy: '说一声难在哪儿，有人答应时间',
    reviews: 'Review复盘',
    reviewsWhy: '说好了什么，接下来是什么',
    questions: 'Review问什么',
    questionsWhy: '用你们自己的话来问',
    tips: '诀窍',
    tipsWhy: '我们中有人用过、管用的',
    playbook: '话术',
    playbookWhy: '客户怎么说，怎么答管用',
    sheets: '客户分析料得准不准',
    sheetsWhy: '料到的、说了的、没料到的',
  },
});
