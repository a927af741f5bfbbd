import { shortDay } from '../kit/i18n/format';
import { Card } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { languageOf } from '../kit/ui/Talk';
import WhyHere from '../origins/WhyHere';
import { useCompetitorNotes } from './competitors-remote';
import type { CompetitorNote } from './wire';
import { t } from './words-of-competitors';

const MOST_SHOWN = 3;

/** 同行竞争: what colleagues learned from deals they lost to somebody this client names; no client is in it. */
export default function CompetitorNotes({ client }: { client: string }) {
  const notes = useCompetitorNotes(client).value?.items ?? [];
  if (notes.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('title')}</h2>
      {notes.slice(0, MOST_SHOWN).map((note) => (
        <Note key={note.id} of={note} />
      ))}
    </section>
  );
}

function Note({ of: { name, claim, learned, day, origin } }: { of: CompetitorNote }) {
  return (
    <Card as="article">
      <h3>{name}</h3>
      {claim && (
        <p lang={languageOf(claim)}>
          <span class="meta">{t('claim')}</span>
          <br />
          {claim}
        </p>
      )}
      <p lang={languageOf(learned)}>
        <span class="meta">{[t('learned'), shortDay(day)].join(DOT)}</span>
        <br />
        {learned}
      </p>
      <WhyHere origin={{ kind: 'share', id: origin.id }} />
    </Card>
  );
}
