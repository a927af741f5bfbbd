/** Questions that came to a review from elsewhere. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    title: 'To talk over',
    goal_or_mix: '{about}: should the goal change, or which clients you go to?',
    help_rising: {
      one: '“{about}” was asked for {n} time in two weeks. What is behind it?',
      other: '“{about}” was asked for {n} times in two weeks. What is behind it?',
    },
    help_rising_some: '“{about}” is asked for more often. What is behind it?',
    policy_note: '“{about}” is asked for more often in this team. Is a rule missing?',
    policy_note_n: {
      one: '“{about}” was asked for {n} time in two weeks. Is a rule missing?',
      other: '“{about}” was asked for {n} times in two weeks. Is a rule missing?',
    },
    asked: 'Asked since {day}',
    whyHelp: 'Help of this kind was asked for more often than in the two weeks before',
    whyNobody: 'Counted by kind; who asked is told to nobody.',
  },
  'zh-CN': {
    title: '要一起谈的',
    goal_or_mix: '{about}：目标要不要改，还是换一批客户去跑？',
    help_rising: '两周里“{about}”类求助有 {n} 次。背后是什么？',
    help_rising_some: '“{about}”类求助多起来了。背后是什么？',
    policy_note: '这个团队“{about}”类求助多起来了。是不是缺一条规定？',
    policy_note_n: '两周里“{about}”类求助有 {n} 次。是不是缺一条规定？',
    asked: '{day}起',
    whyHelp: '这类求助比前两周多',
    whyNobody: '只按类别数，是谁求助的不告诉任何人。',
  },
});
