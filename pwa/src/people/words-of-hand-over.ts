/** Words for the hand-over of clients. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    clients: 'Clients',
    why: 'Somebody else can take over the clients of {name}.',
    whyLeft: 'Clients still in the name of {name} can go to somebody else in one step.',
    open: 'Hand clients over',
    question: 'Who takes the clients of {name}?',
    all: 'All go in one step, with open deals and planned visits. What is done stays with who did it.',
    who: 'Who takes them',
    choose: 'Choose…',
    needWho: 'Choose who takes them.',
    nobody: 'Nobody in this team can take them. Ask an admin.',
    do: 'Hand them over',
    done: { one: '{n} client is now with {taker}.', other: '{n} clients are now with {taker}.' },
    none: '{name} has no clients.',
    back: 'They are back with {name}.',
  },
  'zh-CN': {
    clients: '客户',
    why: '{name}的客户可以交给别人。',
    whyLeft: '还在{name}名下的客户，可以一次交给别人。',
    open: '客户交接',
    question: '{name}的客户谁来接？',
    all: '一次全部交接，没做完的商机和约好的拜访一起走。做过的还记在原来的人名下。',
    who: '谁来接',
    choose: '请选择…',
    needWho: '请选一位来接。',
    nobody: '这个团队里没人能接，请找管理员。',
    do: '交接',
    done: '{n} 家客户交给了{taker}。',
    none: '{name}名下没有客户。',
    back: '已经还给{name}。',
  },
});
