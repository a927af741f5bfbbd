import { useEffect } from 'preact/hooks';
import { Card } from '../kit/ui/Card';
import { up } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { risingRead } from './remote';
import { t as tc } from './words';
import { t } from './words-of-list';

/** Kinds of help in two weeks beside the two before: counts, and nobody's name. */
export function RisingKinds() {
  const read = risingRead();
  useEffect(() => void read.reload(), [read]);
  const told = read.value?.kinds.filter(
    ({ times, times_before }) => (times ?? 1) + (times_before ?? 1) > 0,
  );
  if (!told || told.length === 0) return null;
  return (
    <Card>
      <h2>{t('rising')}</h2>
      <table>
        <thead>
          <tr class="meta">
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('now')}</th>
            <th scope="col">{t('before')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ kind, times, times_before, rising }) => (
            <tr key={kind}>
              <th scope="row">
                {tc(kind)} {rising && <Tag icon={up}>{t('more')}</Tag>}
              </th>
              <td class="num">{times ?? t('few')}</td>
              <td class="num">{times_before ?? t('few')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="meta">{t('risingWhy')}</p>
    </Card>
  );
}
