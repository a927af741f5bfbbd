import { words } from '../kit/i18n/words';

/** The ways to goals and promises. */
export const t = words({
  en: {
    ways: 'What we agreed',
    goals: 'Goals',
    goalsWhy: 'Month, week, day, and what would help',
    goalsTeam: 'Goals of the team',
    goalsTeamWhy: 'Where somebody needs you, and misses that wait for advice',
    mine: 'My promises',
    mineWhy: 'Open ones, and what was promised to you',
    of: 'What {name} promised the team',
    ofWhy: 'Advice, help, rides: open, late and kept',
    ofRegion: 'What {name} promised the managers',
    ofRegionWhy: 'Open, late and kept',
  },
  'zh-CN': {
    ways: '说好的事',
    goals: '目标',
    goalsWhy: '月、周、日，还差什么、谁来帮',
    goalsTeam: '团队的目标',
    goalsTeamWhy: '哪里要帮忙，哪些还等你的建议',
    mine: '我的承诺',
    mineWhy: '还没完的，和答应你的',
    of: '{name}答应团队的',
    ofWhy: '建议、求助、陪访：没完的、晚了的、做到的',
    ofRegion: '{name}答应主管们的',
    ofRegionWhy: '没完的、晚了的、做到的',
  },
});
