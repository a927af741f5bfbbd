import { words } from '../kit/i18n/words';

/** The trainer's home: what the field hears, and who is new. */
export const t = words({
  en: {
    title: 'From the field',
    newcomers: 'New here',
    since: 'since {day}',
    mentor: 'mentor {name}',
    noMentor: 'No mentor yet',
    nobodyNew: 'Nobody is new right now.',
  },
  'zh-CN': {
    title: '一线的声音',
    newcomers: '新来的同事',
    since: '{day}到岗',
    mentor: '师傅 {name}',
    noMentor: '还没有师傅',
    nobodyNew: '现在没有新人。',
  },
});
