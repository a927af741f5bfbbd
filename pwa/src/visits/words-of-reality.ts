import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    rehearsed: 'What we rehearsed: did it come?',
    expected: 'What we expected: did it come?',
    not_raised: 'Did not come',
    answered: 'Answered',
    partly: 'Half',
    not_answered: 'Not answered',
    saidElse: 'What else did he say?',
    wasAnswered: 'Answered?',
    inHisWords: 'As he said it',

    comesBack: 'Comes back tonight and {day}',
    comesBackLater: 'Comes back {day}',
    onceMore: 'One of tonight’s cards once more',
    held: 'That line held',

    notedComesBack: 'It comes back tonight and {day}.',
    notedComesBackLater: 'It comes back {day}.',
    notedOnceMore: 'It is one of tonight’s cards.',
    notedHeld: { one: 'That line held.', other: '{n} lines held.' },
    cameOf: '{came} of {n} came',
  },
  'zh-CN': {
    rehearsed: '练过的话，他说了吗？',
    expected: '料到的话，他说了吗？',
    not_raised: '没说',
    answered: '接住了',
    partly: '接住一半',
    not_answered: '没接住',
    saidElse: '他还说了什么？',
    wasAnswered: '接住了吗？',
    inHisWords: '他的原话',

    comesBack: '今晚再练，{day}再来一次',
    comesBackLater: '{day}再来练一次',
    onceMore: '今晚再练一遍',
    held: '这句接住了',

    notedComesBack: '没接住的那句今晚再练，{day}再来一次。',
    notedComesBackLater: '没接住的那句{day}再来练一次。',
    notedOnceMore: '那句话今晚再练一遍。',
    notedHeld: '{n} 句都接住了。',
    cameOf: '{n} 句里说了 {came} 句',
  },
});
