import { words } from '../kit/i18n/words';

/** What becomes of a solved request. */
export const t = words({
  en: {
    open: 'Keep what helped',
    title: 'What becomes of it?',
    drill: 'Drill it tonight',
    case: 'A case for others',
    topic: 'A training topic',
    words: 'The line to keep',
    hint: 'Without the name of the client',
    lackKind: 'Choose what becomes of it.',
    lackWords: 'Write the line to keep.',
    kept: 'Kept.',
    drillIs: 'Drilled the same night',
    caseIs: 'Proposed as a case',
    topicIs: 'Proposed as a training topic',
    by: '{what}, by {name}',
    waits: 'Waits to be sent',
  },
  'zh-CN': {
    open: '把管用的留下来',
    title: '接下来怎么用？',
    drill: '今晚练一遍',
    case: '做成案例给大家',
    topic: '作为培训主题',
    words: '要留下的一句',
    hint: '不写客户的名字',
    lackKind: '选一下怎么用。',
    lackWords: '写下要留的那一句。',
    kept: '留下来了。',
    drillIs: '当晚练一遍',
    caseIs: '提为案例',
    topicIs: '提为培训主题',
    by: '{what}，{name}提的',
    waits: '待发送',
  },
});
