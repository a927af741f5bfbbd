import { words } from '../kit/i18n/words';

/** What clients said against it, counted by type. */
export const t = words({
  en: {
    heard: 'What clients say',
    days: 'Working days {since} to {until}, and the five before',
    objection: 'Objection',
    now: 'Now',
    before: 'Before',
    noType: 'Other words',
    fewer: 'under {n}',
    fromCheckIns: 'Heard at {now} check-ins, before at {before}.',
    rare: {
      one: 'Fewer than {n} time is not told.',
      other: 'Fewer than {n} times is not told.',
    },
    nothing: {
      one: 'Nothing was heard {n} time in these days.',
      other: 'Nothing was heard {n} times in these days.',
    },
  },
  'zh-CN': {
    heard: '客户在说什么',
    days: '{since}到{until}的工作日，和之前的五天',
    objection: '异议',
    now: '最近',
    before: '之前',
    noType: '其他的话',
    fewer: '不到 {n}',
    fromCheckIns: '来自 {now} 次签到，之前是 {before} 次。',
    rare: '少于 {n} 次的不列出。',
    nothing: '这几天没有哪句话出现 {n} 次。',
  },
});
