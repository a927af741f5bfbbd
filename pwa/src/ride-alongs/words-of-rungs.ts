import { words } from '../kit/i18n/words';

/** The four rungs, who leads and who comes along, wherever they are shown. */
export const t = words({
  en: {
    tell: 'I tell, you listen',
    show: 'I do, you watch',
    tell_back: 'You tell, I listen',
    do: 'You do, I watch',
    leads_mentor: '{name} leads',
    leads_apprentice: '{name} leads',
    openRung: 'Chosen at the door',
    company: 'With {name}',
  },
  'zh-CN': {
    tell: '我说你听',
    show: '我做你看',
    tell_back: '你说我听',
    do: '你做我看',
    leads_mentor: '{name}主谈',
    leads_apprentice: '{name}主谈',
    openRung: '进门前再定',
    company: '和{name}一起去',
  },
});
