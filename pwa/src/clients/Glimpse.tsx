import { offline } from '../kit/ui/icons';
import { Row, Rows } from '../kit/ui/Card';
import { Page } from '../kit/ui/Page';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { AnswersTag } from './AnswersTag';
import { Dock } from './Dock';
import { isMine, ownerNameOf } from './owner';
import type { ClientCard } from './wire';
import { t } from './words';
import { t as tf } from './words-of-facts';
import { t as ts } from './words-of-sheet';

/** A client that was never opened on this phone: what the list knows of it, until the network is back. */
export function Glimpse({ card }: { card: ClientCard }) {
  const { id, name, owner, boss, district, industry, grade, answers_ready } = card;
  const ownedBy = ownerNameOf(owner);
  const meta = [grade, ownedBy && t('ownedBy', { name: ownedBy }), district, industry];
  return (
    <Page
      title={name}
      meta={meta.filter(Boolean).join(' · ')}
      back="/clients"
      dock={isMine(owner) && <Dock id={id} />}
    >
      <Note icon={offline} role="status">
        {t('restLater')}
      </Note>
      <Rows>
        <Row title={ts('clientSheet')} after={<AnswersTag ready={answers_ready} />} />
        {boss && <Row title={<span lang={languageOf(boss)}>{boss}</span>} meta={tf('boss')} />}
      </Rows>
    </Page>
  );
}
