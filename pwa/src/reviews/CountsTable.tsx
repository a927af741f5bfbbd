import { inMyLanguage } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { useCounts } from './remote';
import type { Counts } from './wire';
import { t } from './words';

type OfTeam = Counts['teams'][number];

/** Of teams, by name: what was planned and what was held. Nothing here is about one rep. */
export function CountsTable() {
  const teams = useCounts().value?.teams ?? [];
  if (teams.length === 0) return null;
  return (
    <Card>
      <h2>{t('counts')}</h2>
      <table class="num">
        <thead class="meta">
          <tr>
            <th scope="col">{t('countsOf')}</th>
            <th scope="col">{t('planned')}</th>
            <th scope="col">{t('held')}</th>
            <th scope="col">{t('movedCount')}</th>
            <th scope="col">{t('notHeld')}</th>
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <Team key={team.team_id} team={team} />
          ))}
        </tbody>
      </table>
      {teams.filter(isTold).map((team) => (
        <p key={team.team_id} class="meta">
          {[inMyLanguage(team.name), keptOf(team)].join(DOT)}
        </p>
      ))}
    </Card>
  );
}

function Team({ team }: { team: OfTeam }) {
  return (
    <tr>
      <th scope="row">{inMyLanguage(team.name)}</th>
      <td>{team.planned}</td>
      <td>{team.held}</td>
      <td>{team.moved}</td>
      <td>{team.not_held}</td>
    </tr>
  );
}

/** Below five settled promises a share would speak of one person. */
function isTold({ kept_by_reps, kept_by_host }: OfTeam): boolean {
  return kept_by_reps !== null || kept_by_host !== null;
}

function keptOf({ kept_by_reps: reps, kept_by_host: host }: OfTeam): string {
  const share = (of: OfTeam['kept_by_reps']) => (of ? `${of.kept} / ${of.settled}` : t('few'));
  return t('keptBy', { reps: share(reps), host: share(host) });
}
