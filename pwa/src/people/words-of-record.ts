/** Words of taking the own record along. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    title: 'Take my record along',
    what: 'Everything you wrote and everything kept about you, with your recordings, in one file.',
    without: 'Not in it: what others noted for themselves alone. The file is yours; keep it safe.',
    take: 'Save it as a file',
    packing: 'Packing…',
    taken: 'Saved on this device.',
  },
  'zh-CN': {
    title: '带走我的记录',
    what: '你写下的、和你有关的全部记录，连同录音，存成一个文件。',
    without: '不包括别人只给自己看的笔记。文件归你，请放好。',
    take: '存成文件',
    packing: '正在打包…',
    taken: '已存到这台设备。',
  },
});
