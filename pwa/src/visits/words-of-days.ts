import { words } from '../kit/i18n/words';

export const t = words({
  en: { dayOff: '{day} is a day off. Choose {next} or another working day.' },
  'zh-CN': { dayOff: '{day}休息，请选{next}或别的工作日。' },
});
