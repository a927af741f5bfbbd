import { expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { liveIn, zone } from '../kit/i18n/format';
import { lang } from '../kit/i18n/lang';
import { followMe } from './follow-me';
import { signedIn, xiaoman } from './testing/backend';

it('speaks the language of the account, and that of the phone to an account without one', async () => {
  await signedIn();
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB');
  followMe();
  me.value = { ...xiaoman, language: 'zh-CN' };
  expect(lang.value).toBe('zh-CN');
  me.value = { ...xiaoman, language: null };
  expect(lang.value).toBe('en');
});

it('asks in the language of the phone again once somebody has signed out', async () => {
  await signedIn();
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB');
  followMe();
  me.value = { ...xiaoman, language: 'zh-CN' };
  me.value = null;
  expect(lang.value).toBe('en');
});

it('reads the clock of the organisation as soon as somebody has signed in', async () => {
  const backend = await signedIn();
  backend.answers['GET /me'] = { ...xiaoman, organisation: { zone: 'Asia/Urumqi' } };
  liveIn('Asia/Shanghai');
  me.value = null;
  followMe();
  expect(zone.value).toBe('Asia/Shanghai');
  me.value = xiaoman;
  await vi.waitFor(() => expect(zone.value).toBe('Asia/Urumqi'));
});
