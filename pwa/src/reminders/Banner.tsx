import { useEffect } from 'preact/hooks';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { bell } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { isUnseen, see } from './actions';
import { showBadge } from './badge';
import { useReminders } from './remote';
import { t } from './words';

/** The newest reminder that was not seen and still makes sense. One line, and one tap puts it away. */
export default function Banner() {
  const items = useReminders().value?.items;
  const unseen = items?.filter(isUnseen);
  const waits = unseen && unseen.length > 0;
  useEffect(() => {
    if (waits !== undefined) showBadge(waits);
  }, [waits]);
  const newest = unseen?.find(({ until }) => Date.parse(until) > Date.now());
  if (!newest) return null;
  const seen = () => see(newest.id);
  return (
    <Note
      icon={bell}
      action={
        <Button look="quiet" onClick={seen}>
          {t('seen')}
        </Button>
      }
    >
      <a class="link" href={newest.path} onClick={() => void seen()}>
        {inMyLanguage(newest.title)}
      </a>
      {newest.about && (
        <span class="meta" lang={languageOf(newest.about)}>
          {newest.about}
        </span>
      )}
    </Note>
  );
}
