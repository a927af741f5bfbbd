import { words } from './words';

export const t = words({
  en: { today: 'Today', tomorrow: 'Tomorrow', yesterday: 'Yesterday' },
  'zh-CN': { today: '今天', tomorrow: '明天', yesterday: '昨天' },
});
