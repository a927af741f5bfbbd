import { effect } from '@preact/signals';
import { me, owner } from '../kit/api/session';
import { liveIn } from '../kit/i18n/format';
import { speakAs } from '../kit/i18n/lang';
import { meRead } from './me-remote';

/**
 * Whoever is signed in: the app speaks the language of the account, if that has one, and reads the
 * clock of the organisation, from the first screen on. A rep abroad still lives in the team's day.
 */
export function followMe(): void {
  effect(() => {
    speakAs(me.value?.language ?? null);
  });
  effect(() => {
    if (owner.value) void meRead().reload();
  });
  effect(() => {
    const zone = owner.value && meRead().value?.organisation.zone;
    if (zone) liveIn(zone);
  });
}
