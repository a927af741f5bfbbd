import { Card } from '../kit/ui/Card';
import type { Growth, Promises } from './wire';
import { t } from './words';

/** Each number with its whole; they are of different things and never added up. */
export function CountsCard({ file, isMine }: { file: Growth; isMine: boolean }) {
  const { classes, goals, given } = file;
  return (
    <Card>
      <h2>{t('counts')}</h2>
      <table class="num">
        <thead class="hide">
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('howOften')}</th>
          </tr>
        </thead>
        <tbody>
          <Line what={t('came')} often={classes.came} />
          <Line what={t('caughtUp')} often={classes.caught_up} />
          <Line what={t('practised')} often={classes.practised} />
          <Line what={t('met')} often={ofWhole(goals.met, goals.ended)} />
          <Line what={t('shares')} often={given.shares} />
          <Line what={t('cases')} often={given.cases} />
          <Line
            what={t(isMine ? 'casesUsed' : 'casesUsedOf')}
            often={used(given.cases_used, given.cases_worked)}
          />
          <Line
            what={t(isMine ? 'answersUsed' : 'answersUsedOf')}
            often={used(given.answers_used, given.answers_worked)}
          />
          <Line what={t('thanks')} often={thanksOf(file)} />
          <Line what={t('promised')} often={kept(file.promises_given)} />
          <Line what={t('received')} often={kept(file.promises_received)} />
        </tbody>
      </table>
    </Card>
  );
}

function Line({ what, often }: { what: string; often: number | string }) {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>{often}</td>
    </tr>
  );
}

function ofWhole(part: number, whole: number): string {
  return whole === 0 ? '0' : t('of', { part, n: whole });
}

function used(times: number, worked: number): string {
  return times === 0 ? '0' : t('usedWorked', { n: times, worked });
}

function kept({ kept: part, settled }: Promises): string {
  return ofWhole(part, settled);
}

function thanksOf({ thanks }: Growth): string {
  const { for_shares: shares, for_goals: goals, for_help: help } = thanks;
  return shares + goals + help === 0 ? '0' : t('thanksOf', { shares, goals, help });
}
