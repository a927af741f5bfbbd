import { words } from '../i18n/words';

export const t = words({
  en: {
    takeAway: 'Take it away',
    awayOnSave: 'The recording goes when you save.',
    waitsToBeSent: 'Recorded, not sent yet.',
  },
  'zh-CN': {
    takeAway: '拿掉',
    awayOnSave: '保存时，这段录音会拿掉。',
    waitsToBeSent: '录好了，还没发出去。',
  },
});
