/** Words of "why is this here?", wherever it is asked. */
import { words } from '../i18n/words';

export const t = words({
  en: { why: 'Why is this here?', understood: 'All right' },
  'zh-CN': { why: '为什么在这里？', understood: '知道了' },
});
