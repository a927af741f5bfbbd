/** Words of a list that is read page by page, and of what is not sent yet. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    failed: 'This did not load. What you wrote is safe on this phone.',
    more: 'Show more',
    moreBusy: 'Reading…',
    waits: 'Waits to be sent',
  },
  'zh-CN': {
    failed: '没读出来。你写下的都在这台手机上。',
    more: '看更多',
    moreBusy: '正在读…',
    waits: '待发送',
  },
});
