import { Card } from '../kit/ui/Card';
import { factorValue } from './figures';
import { t as to } from './words-of-one';
import type { GoalDetail } from './wire';
import { t } from './words';

/** Result ≈ visits × effective rate × close rate × order size, beside the own period before. */
export function Factors({ goal }: { goal: GoalDetail }) {
  const { factors, currency } = goal;
  if (factors.length === 0) return null;
  return (
    <Card>
      <h2>{to('factors')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{to('factor')}</th>
            <th scope="col">{to('now')}</th>
            <th scope="col">{to('before')}</th>
          </tr>
        </thead>
        <tbody>
          {factors.map(({ factor, now, n, before, n_before }) => (
            <tr key={factor}>
              <th scope="row">{t(factor)}</th>
              <td class="num">{withN(factorValue(factor, now, currency), n)}</td>
              <td class="num">{withN(factorValue(factor, before, currency), n_before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function withN(value: string, n: number): string {
  return n > 0 ? `${value} · n ${n}` : value;
}
