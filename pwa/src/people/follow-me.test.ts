import { expect, it, vi } from 'vitest';
import { me } from '../kit/api/session';
import { liveIn, zone } from '../kit/i18n/format';
import { followMe } from './follow-me';
import { signedIn, xiaoman } from './testing/backend';

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
