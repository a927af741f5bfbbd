/** A one-time link: see whom it is for, choose a password, be signed in. */
import { useEffect, useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { isCode, sentenceOf } from '../kit/form/problems';
import { useSending } from '../kit/form/use-sending';
import { fullName } from '../kit/i18n/names';
import { Button, LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { alert } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { InsecureAddress } from '../today/InsecureAddress';
import { LanguageChoice } from './LanguageChoice';
import { OthersWait } from './OthersWait';
import { PasswordField } from './PasswordFields';
import { join } from './actions';
import { forgetToken, takeToken } from './link-token';
import { mayBeUsed } from './password';
import { lookAtInvitation } from './remote';
import type { InvitationLook } from './wire';
import { t as tm } from './words';
import { t } from './words-of-sign-in';

type Look = { found: InvitationLook } | { over: true } | { problem: unknown } | null;

export function ByLink({ kind }: { kind: InvitationLook['kind'] }) {
  const [token] = useState(takeToken);
  const [look, setLook] = useState<Look>(token ? null : { over: true });
  const [isIn, setIn] = useState(false);
  const ask = () => {
    if (!token) return;
    setLook(null);
    lookAtInvitation(token).then(
      (found) => setLook({ found }),
      (problem: unknown) => setLook(isLinkOver(problem) ? { over: true } : { problem }),
    );
  };
  useEffect(ask, [token]);
  if (isIn) return <Welcome />;
  const found = look && 'found' in look ? look.found : null;
  return (
    <Page
      title={titleOf(found, kind)}
      meta={found && t('hello', { name: fullName(found) })}
      actions={<LanguageChoice legend={t('language')} />}
    >
      <InsecureAddress />
      {look === null && <p class="meta">{t('looking')}</p>}
      {look && 'over' in look && <Over />}
      {look && 'problem' in look && <Problem problem={look.problem} onTryAgain={ask} />}
      {found && token && (
        <Choose
          look={found}
          token={token}
          onDone={() => {
            forgetToken();
            setIn(true);
          }}
          onOver={() => setLook({ over: true })}
        />
      )}
    </Page>
  );
}

function titleOf(found: InvitationLook | null, kind: InvitationLook['kind']): string {
  if ((found?.kind ?? kind) === 'reset') return t('reset');
  return found ? t('join', { company: found.organisation_name }) : t('title');
}

interface ChooseProps {
  look: InvitationLook;
  token: string;
  onDone: () => unknown;
  onOver: () => unknown;
}

function Choose({ look, token, onDone, onOver }: ChooseProps) {
  const [password, setPassword] = useState('');
  const { asked, busy, problem, submit } = useSending({
    isComplete: mayBeUsed(password),
    send: async () => {
      try {
        await join(token, password);
      } catch (refused) {
        if (!isLinkOver(refused)) throw refused;
        onOver();
        return;
      }
      onDone();
    },
  });
  return (
    <>
      {me.value && <Note>{t('replaces', { name: fullName(me.value) })}</Note>}
      <OthersWait />
      <Card>
        <p>{t('yourLogin', { login: look.login })}</p>
        <form onSubmit={submit} noValidate>
          <input hidden name="username" autocomplete="username" value={look.login} readOnly />
          <PasswordField
            label={tm('newPassword')}
            autocomplete="new-password"
            value={password}
            login={look.login}
            isAsked={asked}
            onInput={setPassword}
          />
          {problem !== null && (
            <Note tone="fault" icon={alert} role="alert">
              {sentenceOf(problem)}
            </Note>
          )}
          <Button look="main" type="submit" busy={busy} busyLabel={t('accepting')}>
            {t('accept')}
          </Button>
        </form>
      </Card>
    </>
  );
}

function Welcome() {
  const name = me.value ? fullName(me.value) : '';
  const action = (
    <LinkButton look="main" href="/">
      {t('begin')}
    </LinkButton>
  );
  return (
    <Page title={t('welcome', { name })}>
      <Empty title={t('claim')} action={action}>
        {t('welcomeWhy')}
      </Empty>
    </Page>
  );
}

function Over() {
  const action = <LinkButton href="/sign-in">{t('toSignIn')}</LinkButton>;
  return (
    <Empty title={t('over')} action={action}>
      {t('overWhy')}
    </Empty>
  );
}

function Problem({ problem, onTryAgain }: { problem: unknown; onTryAgain: () => unknown }) {
  const action = <Button onClick={onTryAgain}>{t('tryAgain')}</Button>;
  return (
    <Note role="status" action={action}>
      {sentenceOf(problem)}
    </Note>
  );
}

function isLinkOver(problem: unknown): boolean {
  return isCode(problem, 'invitation_over') || isCode(problem, 'invalid');
}
