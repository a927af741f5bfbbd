/** 心里有底: how sure I went to clients, and what came of it. Mine alone. */
import { Bar } from '../kit/ui/Bar';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { lock } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { levelOf, readingOf, shareOf, type Sure } from './calibration';
import { ReadNote } from './ReadNote';
import { useCalibration } from './remote';
import { t } from './words-of-calibration';

export default function Calibration() {
  const read = useCalibration();
  const items = read.value?.items ?? [];
  const some = items.some(({ visits }) => visits > 0);
  return (
    <Page title={t('title')} meta={t('meta')} back="/me" refresh={[read]}>
      <Note icon={lock}>{t('onlyYou')}</Note>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton />}
      {read.value && !some && (
        <Empty
          title={t('empty')}
          action={<LinkButton href="/evening">{t('toEvening')}</LinkButton>}
        >
          {t('emptyWhy')}
        </Empty>
      )}
      {some && <Curve items={items} />}
    </Page>
  );
}

function Curve({ items }: { items: readonly Sure[] }) {
  const reading = readingOf(items);
  const moved = items.map((one) => ({ one, part: one.moved_on, whole: one.visits }));
  const answered = items.map((one) => ({ one, part: one.answered, whole: one.raised }));
  return (
    <>
      <Card>
        <h2>{t('movedOn')}</h2>
        <p class="meta">{t('movedOnWhy')}</p>
        <Shares of={moved} />
        {reading && <p>{t(reading)}</p>}
      </Card>
      <Card>
        <h2>{t('answered')}</h2>
        <p class="meta">{t('answeredWhy')}</p>
        <Shares of={answered} />
      </Card>
      {[...moved, ...answered].some(isFew) && <p class="meta">{t('few')}</p>}
    </>
  );
}

interface Share {
  one: Sure;
  part: number;
  whole: number;
}

function isFew({ part, whole }: Share): boolean {
  return whole > 0 && shareOf(part, whole) === null;
}

function Shares({ of }: { of: readonly Share[] }) {
  return (
    <table>
      <tbody>
        {of.map((share) => (
          <ShareRow key={share.one.confidence} {...share} />
        ))}
      </tbody>
    </table>
  );
}

function ShareRow({ one, part, whole }: Share) {
  const level = t(levelOf(one));
  const share = shareOf(part, whole);
  const percent = Math.round((share ?? 0) * 100);
  return (
    <tr>
      <th scope="row">{level}</th>
      <td>
        <Bar share={share} label={t('inSentence', { level, part, n: whole, share: percent })} />
      </td>
      <td class="num">{whole > 0 ? t('of', { part, n: whole }) : t('none')}</td>
      <td class="num">{share !== null && t('percent', { share: percent })}</td>
    </tr>
  );
}
