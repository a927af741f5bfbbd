import { words } from '../i18n/words';

export const t = words({
  en: {
    needsNetwork: 'No network. This needs it for a moment.',
    tryLater: 'That did not work just now. Please try again in a moment.',
    changedMeanwhile:
      'Somebody changed this since you opened it: {what}. What you typed is kept. Look at it and save again.',
    between: '; ',
    nowIs: '{what}: {value}',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Not now',
    inChinese: '{label}, in Chinese',
    inEnglish: '{label}, in English',
    otherStands: 'Left empty, the other language stands here too.',
  },
  'zh-CN': {
    needsNetwork: '没有网络，这一步要联网一下。',
    tryLater: '刚才没成功，过一会儿再试。',
    changedMeanwhile: '你打开之后有人改过：{what}。你写的还在，看一眼再保存。',
    between: '；',
    nowIs: '{what} {value}',
    save: '保存',
    saving: '正在保存…',
    cancel: '先不改',
    inChinese: '{label}（中文）',
    inEnglish: '{label}（英文）',
    otherStands: '空着的话，这里也用另一种语言。',
  },
});
