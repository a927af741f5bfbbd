/** Words of the help and of an address that leads nowhere. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    notFound: 'Not here',
    nothingHere: 'Nothing stands at this address',
    nothingHereWhy: 'It may have moved, or belong to somebody else.',
    toToday: 'To Today',

    help: 'Help',
    helpMeta: 'Alongside on one page',
    whatItIs: 'What Alongside is',
    whatItIsText:
      'What a client said to you today becomes the card you practise with a colleague ' +
      'tonight, and the line you take along tomorrow. Your manager sees where help is ' +
      'wanted, and answers.',
    exampleSaid: 'One whole year, not a single order.',
    exampleOurs: 'Who answered the enquiries then, and how fast? Let us look at that step first.',
    exampleMeta: 'The client on the left, we on the right: it is the same on every screen.',

    never: 'What it never does',
    neverLocation: 'No location. Nothing asks where you are or when you arrived.',
    neverRanking: 'No ranking. Nobody is listed by a number, and no round has a total.',
    neverPenalty: 'No penalty. Not tonight, a lost deal, a call for help: none counts against you.',
    neverHidden: 'No hidden looks. Whoever opens your records stands in Me, with the day.',
    neverRecording: 'No listening in. No round and no visit is recorded by itself.',

    offline: 'Without a network',
    offlineText:
      'Check-ins, client sheets and drills work without a network. They are kept on this ' +
      'phone and send themselves, in order, once each.',
    offlineKept:
      'What waits stands in the tray at the top. If the server says no, your text stays ' +
      'and you decide: change it, send it again, or let it go. Signing out deletes nothing ' +
      'that is unsent.',

    passed: 'Two people, one phone',
    passedText:
      'In a round the phone goes back and forth. The cover screen hides the boss card ' +
      'until the right person turns it. That is all it does: it is a cover screen, not ' +
      'storage with a lock. Keep on the card only what both of you may know afterwards.',
    passedBoth:
      'The round belongs to both. Your partner sees it at the next sign-in and may correct ' +
      'the own words; both versions stay.',

    settings: 'What can be set',
    settingsYou: 'You: language and password, in Me. Light or dark follows your phone.',
    settingsAdmin:
      'Your admin: when the evening opens and closes, working days, minutes of a round, ' +
      'from which amount an order is a big one, what counts as an effective visit, ' +
      'products and grades. Your trainer: objections, answers and what to watch for in a ' +
      'round.',
  },
  'zh-CN': {
    notFound: '这里没有内容',
    nothingHere: '这个地址没有内容',
    nothingHereWhy: '可能已经移走，或者属于别人。',
    toToday: '回到今天',

    help: '帮助',
    helpMeta: '一页看懂并肩',
    whatItIs: '并肩是什么',
    whatItIsText:
      '今天客户对你说的话，今晚变成你和同事练的那张卡，明天变成你带上的那句话。主管看到哪里要帮忙，会回你。',
    exampleSaid: '做过一年，一个单都没有。',
    exampleOurs: '当时谁回询盘、多久回？先看那一步。',
    exampleMeta: '左边是客户，右边是我们，每一页都一样。',

    never: '它从不做的事',
    neverLocation: '不要位置。不问你在哪里，也不记几点到。',
    neverRanking: '不排名。没有人按数字排队，每一轮也没有总分。',
    neverPenalty: '不处罚。今晚不练、丢了单、求助，都不扣分。',
    neverHidden: '不偷看。谁打开过你的记录，“我的”里都写着哪一天。',
    neverRecording: '不偷录。拜访和演练都不会自动录音。',

    offline: '没有网络的时候',
    offlineText:
      '拜访签到、客户分析和演练都能离线用。内容先存在这台手机，有网按顺序自己发，每条只发一次。',
    offlineKept:
      '等着发的在上方的待发送里。服务器不收的，内容还在，由你决定：改、再发，还是不要了。退出登录不会删掉没发的内容。',

    passed: '两个人，一部手机',
    passedText:
      '演练时手机来回传。封面挡住老板卡，等对的人来翻。它只是一张封面，不是加锁的保险箱。卡上只写两个人练完都能知道的内容。',
    passedBoth: '这一轮属于两个人。搭档下次登录就能看到，可以更正自己的话，两个版本都留着。',

    settings: '哪些可以设置',
    settingsYou: '你：语言和密码，在“我的”里。浅色深色跟随手机。',
    settingsAdmin:
      '管理员：晚间几点开始和结束、工作日、一轮几分钟、多大算大单、什么算有效拜访、产品和客户等级。训练官：异议、应对话术、演练时看什么。',
  },
});
