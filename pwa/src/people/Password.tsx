/** A new password; it ends the sign-in of every other phone. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { isCode, sentenceOf } from '../kit/form/problems';
import { useSending } from '../kit/form/use-sending';
import { Button } from '../kit/ui/Button';
import { Page } from '../kit/ui/Page';
import { say } from '../kit/ui/Toast';
import { PasswordField } from './PasswordFields';
import { mayBeUsed } from './password';
import { changePassword } from './remote';
import { t } from './words';

export default function Password() {
  const { route } = useLocation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { asked, busy, problem, submit } = useSending({
    isComplete: current !== '' && mayBeUsed(next),
    send: async () => {
      await changePassword(current, next);
      say(t('passwordSaved'));
      route('/me', true);
    },
  });
  return (
    <Page title={t('changePassword')} meta={t('otherPhones')} back="/me">
      <form onSubmit={submit} noValidate>
        <PasswordField
          label={t('currentPassword')}
          autocomplete="current-password"
          value={current}
          error={currentProblem(asked && !current, problem)}
          onInput={setCurrent}
        />
        <PasswordField
          label={t('newPassword')}
          autocomplete="new-password"
          value={next}
          login={me.value?.login ?? ''}
          isAsked={asked}
          onInput={setNext}
        />
        <Button look="main" type="submit" busy={busy} busyLabel={t('saving')}>
          {t('savePassword')}
        </Button>
      </form>
    </Page>
  );
}

function currentProblem(isMissing: boolean, problem: unknown): string | undefined {
  if (isMissing) return t('needCurrent');
  if (isCode(problem, 'wrong_password')) return t('wrongPassword');
  return problem ? sentenceOf(problem) : undefined;
}
