import { useLocation } from 'preact-iso';
import { expired, hasLeft } from '../kit/api/session';
import { waiting } from '../kit/outbox';
import { LinkButton } from '../kit/ui/Button';
import { lock } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { t } from './words-of-the-end';

/** The server renews this sign-in no more: nothing is read or sent until somebody signs in. */
export default function SignInOver() {
  const { url, path } = useLocation();
  if (!expired.value) return null;
  if (hasLeft()) return <Left path={path} />;
  const way = `/sign-in?next=${encodeURIComponent(url)}`;
  return (
    <Note icon={lock} role="status" action={<LinkButton href={way}>{t('signIn')}</LinkButton>}>
      {t('over')}
    </Note>
  );
}

/** Let out by the company: what was read is gone from here, what was written is not. */
function Left({ path }: { path: string }) {
  const n = waiting.value;
  const action = n > 0 && path !== '/outbox' && (
    <LinkButton href="/outbox">{t('toUnsent')}</LinkButton>
  );
  return (
    <Note icon={lock} role="status" action={action}>
      {n > 0 ? t('leftUnsent', { n }) : t('left')}
    </Note>
  );
}
