/** What somebody opened of mine; a key for each kind of the access log. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    looked_visits: '{name} opened your visits',
    looked_drill: '{name} opened a drill of yours',
    looked_client_sheet: '{name} opened a client sheet of yours',
    looked_plan: '{name} opened your plan for tomorrow',
    looked_commitments: '{name} opened a promise of yours',
    looked_deals: '{name} opened your deals',
    looked_goals: '{name} opened your goals',
    looked_help_requests: '{name} read a help request of yours',
    looked_review: '{name} opened a review of yours',
    looked_ride_along: '{name} opened a ride-along of yours',
    looked_ladder: '{name} opened your ladder',
    looked_training: '{name} saw your part in a class',
    looked_growth: '{name} opened your growth file',
  },
  'zh-CN': {
    looked_visits: '{name}看了你的拜访',
    looked_drill: '{name}看了你的演练',
    looked_client_sheet: '{name}看了你的客户分析',
    looked_plan: '{name}看了你明天的安排',
    looked_commitments: '{name}看了你的承诺',
    looked_deals: '{name}看了你的商机',
    looked_goals: '{name}看了你的目标',
    looked_help_requests: '{name}看了你的求助',
    looked_review: '{name}看了你的Review',
    looked_ride_along: '{name}看了你的陪访总结',
    looked_ladder: '{name}看了你的阶段',
    looked_training: '{name}看了你的到课和实操',
    looked_growth: '{name}看了你的成长档案',
  },
});
