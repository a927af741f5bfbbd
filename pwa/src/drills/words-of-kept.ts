import { words } from '../kit/i18n/words';

/** A "keep" line that goes into the playbook, or to the team as a tip. */
export const t = words({
  en: {
    forAll: 'Worth more than one round?',
    intoPlaybook: 'Playbook: {kind}',
    otherKinds: 'Other kinds of objection',
    asTip: 'Tip for the team',
    teamTip: 'Team tip',
    goesAs: 'Without the client’s name, others read:',
    thisClient: 'this client',
    tipIsTheirs: '{name} can share it as a tip, from the drill.',
    inPlaybook: 'In the playbook',
    sharedAsTip: 'Shared as a tip',
    takeBack: 'Take it back',
    takenBack: 'Taken back.',
    kept: 'Kept. It sends itself.',
    cannotSave: 'This phone could not keep it. Free some space, then try again.',
  },
  'zh-CN': {
    forAll: '这句不只用一轮？',
    intoPlaybook: '进话术：{kind}',
    otherKinds: '别的异议',
    asTip: '发给团队当诀窍',
    teamTip: '团队诀窍',
    goesAs: '不带客户名字，大家看到的是：',
    thisClient: '这家客户',
    tipIsTheirs: '要发给团队，{name}可以在演练记录里发。',
    inPlaybook: '已进话术',
    sharedAsTip: '已当诀窍分享',
    takeBack: '收回',
    takenBack: '收回了。',
    kept: '记下了，自己会发。',
    cannotSave: '这台手机没能存下来。腾一点空间，再试一次。',
  },
});
