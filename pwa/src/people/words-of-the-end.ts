/** Words for a sign-in that the server renews no more. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    over: 'This sign-in is over. Sign in again and what waits here is sent; nothing is lost.',
    signIn: 'Sign in',
    left: 'Your company ended this sign-in. Nothing of yours waits on this phone.',
    leftUnsent: {
      one: 'Your company ended this sign-in. {n} unsent item is still here; you can save it as a file.',
      other:
        'Your company ended this sign-in. {n} unsent items are still here; you can save them as a file.',
    },
    toUnsent: 'Open them',
  },
  'zh-CN': {
    over: '登录到期了。重新登录，等着的内容就会发，什么都没丢。',
    signIn: '登录',
    left: '公司停用了这个登录。你在这台手机上没有没发的内容。',
    leftUnsent: '公司停用了这个登录。还有 {n} 条没发的内容在这台手机上，可以存成文件。',
    toUnsent: '去看看',
  },
});
