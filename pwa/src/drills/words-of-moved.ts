import { words } from '../kit/i18n/words';

/** An evening that was moved to this day. */
export const t = words({
  en: {
    toMorning: '{from} you moved the drill to this morning',
    toEvening: '{from} you moved the drill to tonight',
    toCards: 'The cards are ready; begin when somebody is there',
  },
  'zh-CN': {
    toMorning: '{from}说好改到今早练',
    toEvening: '{from}说好改到今晚练',
    toCards: '卡片都在，有人就能开始',
  },
});
