import { useState } from 'preact/hooks';
import { dayInSentence } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Button, IconButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { edit, plus } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { PromiseSheet } from './PromiseSheet';
import type { PromiseRead, Review } from './wire';
import { t } from './words-of-talk';
import { t as tf } from './words-of-facts';

/** What lies on the table, or what both agreed on and how it went. */
export function Promises({ review, mayWrite }: { review: Review; mayWrite: boolean }) {
  const [open, setOpen] = useState<PromiseRead | 'new' | null>(null);
  const { promises } = review;
  return (
    <Card>
      <div class="row">
        <h2 class="grow">{t('promises')}</h2>
        {mayWrite && (
          <Button look="quiet" icon={plus} onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        )}
      </div>
      {promises.length === 0 && <p class="meta">{needed(review)}</p>}
      {promises.map((one) => (
        <Line key={one.id} promise={one} onEdit={mayWrite ? () => setOpen(one) : null} />
      ))}
      {open && (
        <PromiseSheet
          review={review}
          promise={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function needed({ host, person }: Review): string {
  const names = { host: fullName(host) };
  return person
    ? t('noPromises', { ...names, person: fullName(person) })
    : t('noPromisesTeam', names);
}

interface LineProps {
  promise: PromiseRead;
  onEdit: (() => unknown) | null;
}

function Line({ promise, onEdit }: LineProps) {
  const { owner, words, how_seen: how, due, correction, outcome } = promise;
  const tag = outcome ? (
    <Tag {...(outcome === 'kept' && { tone: 'ok' as const })}>{tf(outcome)}</Tag>
  ) : (
    correction && <Tag>{t(correction)}</Tag>
  );
  return (
    <div class="row">
      <Ava name={fullName(owner)} />
      <span class="grow">
        <span class="hide">{fullName(owner)} </span>
        <span lang={languageOf(words)}>{words}</span>
        <br />
        <span class="meta">{t('by', { how, day: dayInSentence(due) })}</span>
        {tag && (
          <>
            <br />
            {tag}
          </>
        )}
      </span>
      {onEdit && (
        <IconButton icon={edit} label={`${t('changePromise')}: ${words}`} onClick={onEdit} />
      )}
    </div>
  );
}
