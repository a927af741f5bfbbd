/** What people do about themselves: sign-in by invitation, and the language of the account. */
import { enter, me, signOut } from '../kit/api/session';
import { speak, type Choice } from '../kit/i18n/lang';
import { refresh } from '../kit/cache';
import { enqueue, onDelivered } from '../kit/outbox';
import { LANGUAGES } from './LanguageChoice';
import { myLane } from './me-remote';
import { acceptInvitation, addresses } from './remote';
import type { Me } from './wire';
import { t } from './words';

/** At once on this phone; the account follows, so that the next phone begins with it. */
export async function chooseLanguage(choice: Choice, mine: Me | undefined): Promise<void> {
  speak(choice);
  if (!mine) return;
  const options = Object.fromEntries(LANGUAGES.map(({ value, label }) => [value, label]));
  await enqueue({
    kind: 'person',
    lane: myLane(mine.id),
    method: 'PATCH',
    path: addresses.me,
    body: { language: choice === 'device' ? null : choice },
    ifMatch: `"${mine.version}"`,
    label: { detail: t('language'), fields: { language: { name: t('language'), options } } },
  });
}

/** An accepted invitation is a sign-in; whoever used this phone before is signed out first. */
export async function join(token: string, password: string): Promise<void> {
  if (me.peek()) await signOut();
  await enter(await acceptInvitation(token, password));
}

onDelivered('person', () => refresh('me'));
