import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    title: 'Team',
    work: 'The work',
    evening: 'Tonight',
    eveningWhy: 'Who needs help with tomorrow, who was helped',
    clients: 'Clients',
    clientsWhy: 'Whom we visit, and what we know of them',
    people: 'People',
    peopleWhy: 'Who is new, who is whose mentor',
  },
  'zh-CN': {
    title: '团队',
    work: '手上的事',
    evening: '今晚',
    eveningWhy: '明天的事谁需要帮忙，今晚帮到了谁',
    clients: '客户',
    clientsWhy: '我们拜访谁，知道些什么',
    people: '成员',
    peopleWhy: '谁是新人，谁带谁',
  },
});
