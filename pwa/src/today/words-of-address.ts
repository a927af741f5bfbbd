import { words } from '../kit/i18n/words';

/** What does not work on an http address, and how to mend it. */
export const t = words({
  en: {
    insecure: 'This address is not secure (no https).',
    insecureWhat:
      'The app will not open without a network here, it cannot keep the screen awake in a round, ' +
      'and it has no microphone for a voice note. What you save is still kept on this phone and sent later.',
    insecureMend:
      'Ask whoever runs the server for the address that begins with https:// and open that one.',
  },
  'zh-CN': {
    insecure: '这个地址不安全（不是 https）。',
    insecureWhat:
      '在这里，没有网络就打不开应用，演练时屏幕不能常亮，也录不了语音。你存下的内容仍在这台手机上，之后会自己发。',
    insecureMend: '请向管理服务器的同事要 https:// 开头的地址，用那个打开。',
  },
});
