import { words } from '../kit/i18n/words';

export const t = words({
  en: { allAnswers: 'All we answer to this' },
  'zh-CN': { allAnswers: '这句的所有应对' },
});
