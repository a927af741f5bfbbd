import { monthOf } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import type { PulseCounts, PulseMonth } from './wire';
import { t } from './words';

/** Below it a count is not told: it could be about one person. */
const FEWEST = 5;

/** Months that are over, team by team; nothing here is about one rep. */
export function TeamCounts({ months }: { months: readonly PulseMonth[] }) {
  return (
    <>
      {months.map((one) => (
        <MonthCard key={`${one.month} ${one.team_id}`} of={one} />
      ))}
      <p class="meta">
        {t('fewWhy', { n: FEWEST })} {t('alike')}
      </p>
    </>
  );
}

function MonthCard({ of }: { of: PulseMonth }) {
  const month = monthOf(`${of.month}-01`);
  return (
    <Card>
      <h2>{t('ofTeam', { team: inMyLanguage(of.name), month })}</h2>
      <table class="num">
        <thead class="meta">
          <tr>
            <th scope="col">{t('question')}</th>
            <th scope="col">{t('yes')}</th>
            <th scope="col">{t('partly')}</th>
            <th scope="col">{t('no')}</th>
            <th scope="col">{t('answers')}</th>
          </tr>
        </thead>
        <tbody>
          <Line question={t('useful')} counts={of.useful} />
          <Line question={t('inTime')} counts={of.in_time} />
        </tbody>
      </table>
    </Card>
  );
}

function Line({ question, counts }: { question: string; counts: PulseCounts | null }) {
  return (
    <tr>
      <th scope="row">{question}</th>
      {counts ? (
        <>
          <td>{counts.yes}</td>
          <td>{counts.partly}</td>
          <td>{counts.no}</td>
          <td>{counts.answers}</td>
        </>
      ) : (
        <td colSpan={4}>{t('few', { n: FEWEST })}</td>
      )}
    </tr>
  );
}
