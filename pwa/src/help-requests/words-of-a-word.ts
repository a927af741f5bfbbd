import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    addWord: 'Add a word',
    addWordHint: 'What has changed meanwhile',
    add: 'Add it',
    added: 'Added.',
  },
  'zh-CN': {
    addWord: '补充一句',
    addWordHint: '有什么新情况',
    add: '补上',
    added: '补上了。',
  },
});
