import { words } from '../kit/i18n/words';

/** Of a fixed hour that repeats: a series of reviews or of classes. */
export const t = words({
  en: {
    weekday: 'Weekday',
    starts: 'Starts',
    every: 'How often',
    one: 'every week',
    two: 'every two weeks',
    four: 'every four weeks',
    everyWeek: 'Every {weekday} {starts}',
    everyWeeks: 'Every {n} weeks, {weekday} {starts}',
    endTitle: 'End this series?',
    endsOn: 'The last day',
    endReason: 'Why',
    endSave: 'End it',
    lackReason: 'Say why in a few words.',
  },
  'zh-CN': {
    weekday: '星期几',
    starts: '几点',
    every: '多久一次',
    one: '每周',
    two: '每两周',
    four: '每四周',
    everyWeek: '每{weekday} {starts}',
    everyWeeks: '每 {n} 周，{weekday} {starts}',
    endTitle: '结束这个系列？',
    endsOn: '最后一天',
    endReason: '为什么',
    endSave: '结束',
    lackReason: '写一句原因。',
  },
});
