/** Words for a read that the server could not or would not answer. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    fault: 'The server has a fault. What you write is kept here and sent once it works again.',
    seen: 'You see what was read {when}.',
  },
  'zh-CN': {
    fault: '服务器出了故障。你写的先存在这台手机，修好了自己会发。',
    seen: '现在看到的是{when}的内容。',
  },
});
