import { useState } from 'preact/hooks';
import { relativeDay } from '../kit/i18n/format';
import { WhyLink, WhySheet } from '../kit/ui/Why';
import { placeOf } from './places';
import { useOrigin } from './remote';
import type { Origin, WhereFrom } from './wire';
import { t } from './words';

/** A line under a derived thing: why it is here, and the way to the record behind it. */
export default function WhyHere({ origin }: { origin: Origin }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p class="meta row">
        <WhyLink onAsk={() => setAsking(true)} />
      </p>
      {asking && <Asked origin={origin} onClose={() => setAsking(false)} />}
    </>
  );
}

function Asked({ origin, onClose }: { origin: Origin; onClose: () => unknown }) {
  const read = useOrigin(origin);
  const found = read.value;
  const href = found?.opens ? placeOf(found.opens) : null;
  const reason = { key: origin.id, title: t(origin.kind), meta: metaOf(found), href };
  return <WhySheet open reasons={[reason]} onClose={onClose} />;
}

function metaOf(found: WhereFrom | undefined): string {
  if (!found) return t('waits');
  if (!found.opens) return t('notYours');
  return found.on ? t('opens', { day: relativeDay(found.on) }) : t('opensOnly');
}
