import { dayOf, shortDay, timeOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { link as linkIcon, send } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import type { Invitation, PersonRef } from './wire';
import { t } from './words-of-invite';

interface Props {
  person: Pick<PersonRef, 'family_name' | 'given_name' | 'latin_name'>;
  invitation: Invitation;
}

/** A one-time link: to scan, to copy, to share. */
export function LinkCard({ person, invitation }: Props) {
  const name = fullName(person);
  const { link, expires_at, qr_svg } = invitation;
  return (
    <Card>
      <h2>{t('linkFor', { name })}</h2>
      <p class="meta">
        {t('linkOnce', { when: `${shortDay(dayOf(expires_at))} ${timeOf(expires_at)}` })}
      </p>
      <p class="empty">
        <img src={imageOf(qr_svg)} alt={t('qr')} width="220" height="220" />
        {t('scan', { name })}
      </p>
      <p>{link}</p>
      <div class="row">
        <Button icon={linkIcon} grow onClick={() => copy(link)}>
          {t('copy')}
        </Button>
        {'share' in navigator && (
          <Button icon={send} grow onClick={() => share(link)}>
            {t('share')}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** An image, not markup: what the server drew is never part of this page. */
export function imageOf(svg: string): string {
  const named = svg.includes('xmlns=')
    ? svg
    : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml,${encodeURIComponent(named)}`;
}

/** On an insecure address there is no clipboard; the link stands there to be copied by hand. */
async function copy(link: string): Promise<void> {
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  const copied = await clipboard?.writeText(link).then(
    () => true,
    () => false,
  );
  say(t(copied ? 'copied' : 'copyByHand'));
}

async function share(url: string): Promise<void> {
  // Somebody who closes the share sheet has decided; nothing failed.
  await navigator.share({ text: t('shareText'), url }).catch(() => undefined);
}
