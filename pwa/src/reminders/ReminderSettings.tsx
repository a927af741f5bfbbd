/** Which reminders I want, and whether this phone may be woken. */
import { Picks, Chips, Pick } from '../kit/ui/Pick';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { choose, offAtHand } from './actions';
import { PhonePart } from './PhonePart';
import { useReminderSettings } from './remote';
import type { Kind } from './wire';
import { t } from './words-of-settings';

const KINDS: readonly Kind[] = [
  'evening',
  'ride_along',
  'pre_read',
  'review_laid',
  'promise',
  'answer',
  'goal',
];

export default function ReminderSettings() {
  const read = useReminderSettings();
  return (
    <Page title={t('title')} meta={t('meta')} back="/reminders" refresh={[read]}>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={3} />}
      {read.value && <KindPicks off={offAtHand(read.value.off)} />}
      <PhonePart />
    </Page>
  );
}

function KindPicks({ off }: { off: readonly Kind[] }) {
  const pick = (kind: Kind, on: boolean) =>
    choose(KINDS.filter((one) => (one === kind ? !on : off.includes(one))));
  return (
    <Picks legend={t('which')} hint={t('whichHint')}>
      <Chips>
        {KINDS.map((kind) => (
          <Pick
            key={kind}
            many
            name="kinds"
            value={kind}
            checked={!off.includes(kind)}
            onPick={(on) => void pick(kind, on)}
          >
            {t(kind)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}
