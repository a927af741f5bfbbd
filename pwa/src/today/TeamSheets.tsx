/** How well a team's sheets know its clients. It scores sheets, never a rep. */
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { objectionsInWords } from '../clients/objection-types';
import { playbookRead } from '../clients/remote';
import { me } from '../kit/api/session';
import { shortDay } from '../kit/i18n/format';
import { inMyLanguage } from '../kit/i18n/names';
import { Bar } from '../kit/ui/Bar';
import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { sheet } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Skeleton } from '../kit/ui/Skeleton';
import { Note } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { useTeams } from '../people/remote';
import type { Team } from '../people/wire';
import { useHitRate, type HitRate } from './team-remote';
import { byExpected, ENOUGH, mostUnexpected } from './team-sheets';
import { t } from './words-of-sheets';

export default function TeamSheets() {
  const { query, path, route } = useLocation();
  const teams = useTeams();
  const mayChoose = choosable(teams.value?.items ?? []);
  const team = mayChoose.length > 0 ? (query['team'] ?? null) : null;
  const isOwn = mayChoose.length === 0 && !needsTeam();
  useEffect(() => {
    if (!playbookRead().value) void playbookRead().reload();
  }, []);
  return (
    <Page title={t('title')} back={leads() ? '/' : '/me'}>
      <Note icon={sheet}>{t('sheetsOnly')}</Note>
      {mayChoose.length > 0 && (
        <TeamPicks
          teams={mayChoose}
          chosen={team}
          onPick={(id) => route(`${path}?team=${id}`, true)}
        />
      )}
      {needsTeam() && <ReadNote of={teams} />}
      {(team ?? isOwn) ? <Rate key={team} team={team} /> : <p class="meta">{t('chooseTeam')}</p>}
    </Page>
  );
}

interface PicksProps {
  teams: readonly Team[];
  chosen: string | null;
  onPick: (id: string) => unknown;
}

function TeamPicks({ teams, chosen, onPick }: PicksProps) {
  return (
    <Picks legend={t('team')}>
      <Chips>
        {teams.map(({ id, name }) => (
          <Pick key={id} name="team" value={id} checked={id === chosen} onPick={() => onPick(id)}>
            {inMyLanguage(name)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

function Rate({ team }: { team: string | null }) {
  const read = useHitRate(team);
  const rate = read.value;
  return (
    <>
      <ReadNote of={read} />
      {!rate && !read.error && <Skeleton />}
      {rate?.visits === 0 && (
        <Empty title={t('empty')} action={<LinkButton href="/">{t('toToday')}</LinkButton>}>
          {t('emptyWhy')}
        </Empty>
      )}
      {rate && rate.visits > 0 && <Whole rate={rate} />}
      {rate && rate.visits > 0 && <ByType rate={rate} />}
    </>
  );
}

function Whole({ rate }: { rate: HitRate }) {
  const { visits: n, expected, came, unexpected, rate: share } = rate;
  const percent = Math.round((share ?? 0) * 100);
  const most = mostUnexpected(rate.by_type);
  return (
    <Card>
      <p class="meta">{t('meta', { since: shortDay(rate.since) })}</p>
      {share !== null && (
        <div class="row">
          <Bar share={share} label={t('rateInWords', { share: percent, n })} />
          <strong class="num">{t('percent', { share: percent })}</strong>
        </div>
      )}
      <p class="num">{t('came', { came, n: expected })}</p>
      {unexpected > 0 && <p class="num">{t('unexpected', { n: unexpected })}</p>}
      {most && <p class="meta">{t('next', { kind: kindOf(most.type_key) })}</p>}
      <p class="meta num">
        {share === null ? t('tooFew', { n, enough: ENOUGH }) : t('visits', { n })}
      </p>
    </Card>
  );
}

function ByType({ rate }: { rate: HitRate }) {
  return (
    <Card>
      <h2>{t('byType')}</h2>
      <table>
        <thead class="meta">
          <tr>
            {(['kind', 'expected', 'cameHead', 'unexpectedHead'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byExpected(rate.by_type).map(({ type_key, expected, came, unexpected }) => (
            <tr key={type_key}>
              <th scope="row">{kindOf(type_key)}</th>
              {[expected, came, unexpected].map((figure, at) => (
                <td key={at} class="num">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function kindOf(key: string | null): string {
  return key ? (objectionsInWords()[key] ?? key) : t('other');
}

/** Who works in one team sees that one; a region and the trainer choose among theirs. */
function choosable(teams: readonly Team[]): Team[] {
  const role = me.value?.role;
  const all = teams.filter(({ kind }) => kind === 'team');
  if (role === 'trainer') return all;
  if (role !== 'regional_manager') return [];
  return all.filter(({ parent_id }) => parent_id === me.value?.team_id);
}

function needsTeam(): boolean {
  return me.value?.role === 'trainer' || me.value?.role === 'regional_manager';
}

function leads(): boolean {
  return me.value?.role === 'manager' || me.value?.role === 'regional_manager';
}
