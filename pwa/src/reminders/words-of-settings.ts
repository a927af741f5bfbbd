/** Words of what somebody wants reminders of, and of this phone. */
import { words } from '../kit/i18n/words';

export const t = words({
  en: {
    title: 'Which reminders',
    meta: 'Nothing comes in quiet hours or on days off.',
    which: 'Remind me of',
    whichHint: 'a tap switches one off or on',
    evening: 'The evening opens',
    ride_along: 'A ride-along to prepare',
    goal: 'A goal that waits for your word',
    pre_read: 'A review to write for',
    review_laid: 'A new review in the calendar',
    promise: 'My promises',
    answer: 'Answers I promised',
    phone: 'This phone',
    phone_on: 'This phone is told, with a short sentence and never with a name or an amount.',
    phone_off: 'This phone can be told too. It gets a short sentence, never a name or an amount.',
    phone_denied:
      'This browser was told not to allow it. You can change that in its settings; your reminders stand in the app.',
    phone_none:
      'This phone cannot be told from outside. Your reminders stand in the app, and your team’s group can hear of the evening.',
    phone_home_screen:
      'On an iPhone this works from the home screen: share, then “Add to Home Screen”. Until then your reminders stand in the app.',
    allow: 'Tell this phone',
    stop: 'Tell this phone no more',
    asking: 'Asking…',
    failed: 'This browser did not allow it just now. Your reminders stand in the app.',
  },
  'zh-CN': {
    title: '要哪些提醒',
    meta: '免打扰时间和休息日不提醒。',
    which: '提醒我',
    whichHint: '点一下关掉或打开',
    evening: '晚间开始了',
    ride_along: '陪访要准备',
    goal: '目标等你一句话',
    pre_read: 'Review要先写几句',
    review_laid: '新排了Review',
    promise: '我的承诺',
    answer: '我答应的回答',
    phone: '这台手机',
    phone_on: '会通知这台手机：只有一句话，没有名字和金额。',
    phone_off: '也可以通知这台手机：只有一句话，没有名字和金额。',
    phone_denied: '这个浏览器里已经选了不允许，可以在浏览器设置里改。提醒在应用里都看得到。',
    phone_none: '这台手机收不到外面的通知。提醒在应用里都看得到，晚间开始也可以发到团队群里。',
    phone_home_screen:
      'iPhone 要从主屏幕打开才收得到：点分享，再“添加到主屏幕”。在那之前，提醒在应用里都看得到。',
    allow: '通知这台手机',
    stop: '不再通知这台手机',
    asking: '正在问…',
    failed: '这个浏览器现在没有允许。提醒在应用里都看得到。',
  },
});
