/** Words for what could not be read: no answer, or one that says no. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    readAt: 'No network. Last read: {when}.',
    notHereYet: 'This was not read on this phone yet. It needs the network once.',
    fault: 'The server has a fault. What you write is kept here and sent once it works again.',
    failed: 'This did not load. What you wrote is safe on this phone.',
    seen: 'You see what was read {when}.',
    tryAgain: 'Try again',
  },
  'zh-CN': {
    readAt: '没有网络，看到的是{when}的内容。',
    notHereYet: '这部手机还没读过这一页，第一次需要网络。',
    fault: '服务器出了故障。你写的先存在这台手机，修好了自己会发。',
    failed: '没读出来。你写下的都在这台手机上。',
    seen: '现在看到的是{when}的内容。',
    tryAgain: '再试一次',
  },
});
