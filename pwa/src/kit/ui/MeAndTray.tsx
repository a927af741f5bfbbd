import { me } from '../api/session';
import { fullName, shortName } from '../i18n/names';
import { items, waiting } from '../outbox';
import { isStuck } from '../outbox/item';
import { Ava } from './Ava';
import { alert, tray } from './icons';
import { Tag } from './Tag';
import { t } from './words';

/** Me at the top of the root screens; the outbox stands beside it only when something waits. */
export function MeAndTray() {
  const person = me.value;
  if (!person) return null;
  const name = fullName(person);
  return (
    <>
      <TrayLink />
      <Ava name={name} href="/me" label={t('meNamed', { short: shortName(name) })} />
    </>
  );
}

function TrayLink() {
  const stuck = items.value.filter(isStuck).length;
  if (!stuck && !waiting.value) return null;
  return (
    <a class="link" href="/outbox">
      {stuck ? (
        <Tag tone="fault" icon={alert}>
          {t('needLook', { n: stuck })}
        </Tag>
      ) : (
        <Tag icon={tray}>{t('waiting', { n: waiting.value })}</Tag>
      )}
    </a>
  );
}
