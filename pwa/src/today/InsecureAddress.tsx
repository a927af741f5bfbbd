import { alert } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { t } from './words-of-address';

/**
 * On an http address the browser switches off what the app relies on. Shown at sign-in, in Me and
 * in the help, so that it is mended before the first visit and not after it.
 */
export function InsecureAddress() {
  if (window.isSecureContext) return null;
  return (
    <Note tone="wait" icon={alert}>
      <strong>{t('insecure')}</strong>
      <br />
      {t('insecureWhat')}
      <br />
      {t('insecureMend')}
    </Note>
  );
}
