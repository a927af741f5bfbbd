import { words } from '../kit/i18n/words';

/** What the evening, the preparation and the round all say. */
export const t = words({
  en: {
    title: 'Evening drill',
    whoBeside: 'Who sits beside you?',
    whoBesideWhy: 'One plays the boss. With two others, the third one watches.',
    chooseOne: 'Choose one or two; then it can begin.',
    twoAtMost: 'Two are enough. Take one off to choose another.',
    sitTogether: 'Sit together',
    nobodyKnown: 'Your team is read with the network once; then it is known here.',
    fired: { one: '{n} round fired', other: '{n} rounds fired' },
    cannotSave: 'This phone could not keep it. Free some space, then try again.',
    sheetReady: 'Sheet 4/4',
    sheetSome: 'Sheet {n}/4',
    notInDeck: 'This card is not in tonight’s deck',
    notInDeckWhy: 'The visit was moved, or it is not planned for the next working day.',
    toEvening: 'To the evening',
  },
  'zh-CN': {
    title: '晚间演练',
    whoBeside: '今晚和谁一起？',
    whoBesideWhy: '一个人演老板。选两个人时，第三个人观察。',
    chooseOne: '选一位或两位，就能开始。',
    twoAtMost: '两位就够了。先去掉一位，再选别人。',
    sitTogether: '坐到一起',
    nobodyKnown: '团队名单要先联网读一次，之后这台手机就记得。',
    fired: '打了 {n} 发子弹',
    cannotSave: '这台手机没能存下来。腾一点空间，再试一次。',
    sheetReady: '分析 4/4',
    sheetSome: '分析 {n}/4',
    notInDeck: '这张卡不在今晚的里面',
    notInDeckWhy: '拜访改了日子，或者不在下一个工作日。',
    toEvening: '去晚间演练',
  },
});
