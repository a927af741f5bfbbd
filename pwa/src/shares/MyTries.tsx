import { DOT } from '../kit/ui/dots';
import { fullName } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { me } from '../kit/api/session';
import { pendingOf } from '../kit/outbox';
import { useMyTries } from './remote';
import { TRY, TRY_WORD, wishOf, type Idea } from './tries';
import type { Try } from './wire';
import { t } from './words-of-tries';
import { t as tk } from './words-of-kinds';

const MOST_SHOWN = 3;

/** What I have not tried yet, those without a client first: they wait for me. */
export function MyTries() {
  return me.value?.role === 'rep' ? <Open /> : null;
}

function Open() {
  const mine = useMyTries().value?.items ?? [];
  const unsent = [...pendingOf(TRY), ...pendingOf(TRY_WORD)];
  const open = mine.filter(
    (one) => one.result === null && wishOf(ideaOf(one), mine, unsent) !== null,
  );
  if (open.length === 0) return null;
  const ordered = [...open].sort((a, b) => Number(a.client !== null) - Number(b.client !== null));
  return (
    <section>
      <h2>{t('mine')}</h2>
      <Rows label={t('mine')}>
        {ordered.slice(0, MOST_SHOWN).map(({ id, of, author, client }) => (
          <Row
            key={id}
            href={of.case_id ? `/cases/${of.case_id}` : `/shares/${of.share_id}`}
            title={of.title || tk(of.kind)}
            meta={`${fullName(author)}${DOT}${client?.name ?? t('openClient')}`}
          />
        ))}
      </Rows>
    </section>
  );
}

function ideaOf({ of }: Try): Idea {
  return of.case_id ? { case_id: of.case_id } : { share_id: of.share_id ?? '' };
}
