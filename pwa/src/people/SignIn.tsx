/** The way in. The sign-in name is remembered on this phone, the password never. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { NoAnswer, Refusal } from '../kit/api/problem';
import { expired, me, signIn } from '../kit/api/session';
import { useSending } from '../kit/form/use-sending';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Field } from '../kit/ui/Field';
import { alert } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { InsecureAddress } from '../today/InsecureAddress';
import { LanguageChoice } from './LanguageChoice';
import { OthersWait } from './OthersWait';
import { PasswordField } from './PasswordFields';
import { afterSignIn } from './way-on';
import { t } from './words-of-sign-in';

const LAST_LOGIN = 'alongside.login';

export default function SignIn() {
  const { query, route } = useLocation();
  return (
    <Page title={t('title')} meta={t('claim')} actions={<LanguageChoice legend={t('language')} />}>
      <InsecureAddress />
      {expired.value && <Note role="status">{t('expired')}</Note>}
      <OthersWait />
      <Card>
        <SignInForm onDone={() => route(afterSignIn(query.next), true)} />
      </Card>
      <p>
        <a class="link" href="/help">
          {t('help')}
        </a>
      </p>
    </Page>
  );
}

function SignInForm({ onDone }: { onDone: () => unknown }) {
  const [login, setLogin] = useState(
    () => me.peek()?.login ?? localStorage.getItem(LAST_LOGIN) ?? '',
  );
  const [password, setPassword] = useState('');
  const { asked, busy, problem, submit } = useSending({
    isComplete: login.trim() !== '' && password !== '',
    send: async () => {
      await signIn(login.trim(), password);
      localStorage.setItem(LAST_LOGIN, login.trim());
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Field
        label={t('login')}
        hint={t('loginHint')}
        name="login"
        autocomplete="username"
        required
        value={login}
        error={asked && !login.trim() ? t('needLogin') : undefined}
        onInput={setLogin}
      />
      <PasswordField
        label={t('password')}
        autocomplete="current-password"
        value={password}
        error={asked && !password ? t('needPassword') : undefined}
        onInput={setPassword}
      />
      {problem !== null && (
        <Note tone="fault" icon={alert} role="alert">
          {whyNot(problem)}
        </Note>
      )}
      <Button look="main" type="submit" busy={busy} busyLabel={t('signingIn')}>
        {t('signIn')}
      </Button>
    </form>
  );
}

function whyNot(problem: unknown): string {
  if (problem instanceof NoAnswer) return t('noNetwork');
  if (problem instanceof Refusal && problem.status !== 401 && problem.message)
    return problem.message;
  return t('refused');
}
