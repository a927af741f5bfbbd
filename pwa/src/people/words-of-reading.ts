/** Words between a screen and what it reads: not there yet, read earlier, or failed. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    readAt: 'No network. Last read: {when}.',
    notHereYet: 'This was not read on this phone yet. It needs the network once.',
    failed: 'This did not load. What you wrote is safe on this phone.',
    tryAgain: 'Try again',
    more: 'Show more',
    moreBusy: 'Reading…',
    waits: 'Waits to be sent',
  },
  'zh-CN': {
    readAt: '没有网络，看到的是 {when} 的内容。',
    notHereYet: '这部手机还没读过这一页，第一次需要网络。',
    failed: '没读出来。你写下的都在这台手机上。',
    tryAgain: '再试一次',
    more: '看更多',
    moreBusy: '正在读…',
    waits: '待发送',
  },
});
