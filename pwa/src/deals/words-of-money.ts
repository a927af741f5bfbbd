import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    currency: 'Currency',
    currencyUnknown: 'This currency is no longer in use. Choose another one.',
    needAmount: 'A sum in figures, such as 29800.',
  },
  'zh-CN': {
    currency: '货币',
    currencyUnknown: '这种货币已经停用，换一种。',
    needAmount: '请用数字写金额，例如 29800。',
  },
});
