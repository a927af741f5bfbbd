import { words } from './kit/i18n/words';

export const t = words({
  en: {
    broke: 'This screen stumbled',
    brokeWhy: 'That is our fault. What you saved is safe on this phone.',
    notHere: 'Not on this phone yet',
    notHereWhy: 'This screen needs the network once. What you saved is safe on this phone.',
    tryAgain: 'Try again',
    toToday: 'To Today',
  },
  'zh-CN': {
    broke: '这一页出了点问题',
    brokeWhy: '是我们的问题。你存下的内容都在这台手机上，很安全。',
    notHere: '这一页还没下载到手机',
    notHereWhy: '第一次打开需要网络。你存下的内容都在这台手机上，很安全。',
    tryAgain: '再试一次',
    toToday: '回到今天',
  },
});
