/** 信任脉搏: two questions without names for whoever sells, and the same counts for them and those who lead. */
import { me } from '../kit/api/session';
import { Empty } from '../kit/ui/Empty';
import { isInBar } from '../kit/ui/NavBar';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { Questions } from './Questions';
import { usePulse } from './remote';
import { TeamCounts } from './TeamCounts';
import type { Pulse as PulseRead } from './wire';
import { t } from './words';
import { t as tr } from './words-of-row';

export default function Pulse() {
  const read = usePulse();
  const pulse = read.value;
  const months = pulse?.months ?? [];
  return (
    <Page
      title={me.value?.role === 'rep' ? t('title') : tr('title')}
      meta={t('meta')}
      back={isInBar('team') ? '/team' : '/'}
      refresh={[read]}
    >
      <ReadNote of={read} />
      {!pulse && !read.error && <Skeleton rows={4} />}
      {pulse?.asked && (
        <Questions
          month={pulse.asked}
          until={pulse.until ?? ''}
          onAnswered={(now) => read.change(() => now)}
        />
      )}
      {pulse && !pulse.asked && me.value?.role === 'rep' && <When pulse={pulse} />}
      {months.length > 0 && <TeamCounts months={months} />}
      {pulse && months.length === 0 && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
    </Page>
  );
}

function When({ pulse }: { pulse: PulseRead }) {
  return <p>{t(pulse.answered ? 'had' : 'later')}</p>;
}
