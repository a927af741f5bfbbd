import { relativeDay } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Card, Row, Rows } from '../kit/ui/Card';
import type { RegionToday, TeamOfRegion } from './field-remote';
import { FEWEST, HeardTable, told } from './HeardTable';
import { t } from './words-of-region';

interface Props {
  team: TeamOfRegion;
  of: Pick<RegionToday, 'tomorrow' | 'heard_days'>;
}

/** One team: who waits, what of tomorrow is prepared, what clients say; and who can say more. */
export function TeamCounts({ team, of }: Props) {
  const isTold = team.reps >= FEWEST;
  return (
    <div class="stack">
      <Card as="article">
        <h2 class="big">{inMyLanguage(team.name)}</h2>
        <Leads team={team} />
        <Facts rows={factsOf(team, relativeDay(of.tomorrow))} />
        {!isTold && <p class="meta">{t('fewReps', { n: FEWEST })}</p>}
      </Card>
      {isTold && <HeardTable heard={team.heard} days={of.heard_days} />}
    </div>
  );
}

function Leads({ team: { manager } }: Pick<Props, 'team'>) {
  if (!manager) return <p class="meta">{t('noManager')}</p>;
  const name = fullName(manager);
  return (
    <Rows>
      <Row
        href={`/people/${manager.id}/promises`}
        before={<Ava name={name} />}
        title={name}
        meta={t('talkTo')}
        after={<span class="meta">{t('promises')}</span>}
      />
    </Rows>
  );
}

interface Fact {
  name: string;
  text: string;
}

function Facts({ rows }: { rows: readonly Fact[] }) {
  return (
    <table class="num">
      <tbody>
        {rows.map(({ name, text }) => (
          <tr key={name}>
            <th scope="row" class="meta">
              {name}
            </th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function factsOf({ help_waiting, reps, planned }: TeamOfRegion, day: string): Fact[] {
  const waiting = { name: t('waiting'), text: help_waiting > 0 ? `${help_waiting}` : t('none') };
  if (reps < FEWEST) return [waiting];
  const { visits } = planned;
  const share = (n: number | null) => t('ofThem', { n: n ?? 0, all: visits ?? 0 });
  return [
    waiting,
    { name: t('planned', { day }), text: told(visits) },
    ...(visits === null
      ? []
      : [
          { name: t('withAnswers'), text: share(planned.with_answers) },
          { name: t('withDrill'), text: share(planned.with_drill) },
        ]),
    { name: t('bigOrdersOn', { day }), text: bigOrders(planned) },
  ];
}

function bigOrders({ big_orders, big_orders_prepared }: TeamOfRegion['planned']): string {
  const all = big_orders ?? 0;
  const n = big_orders_prepared ?? 0;
  if (all === 0) return t('none');
  if (n === 0) return t('nonePrepared', { all });
  return n === all ? t('allPrepared', { all }) : t('somePrepared', { all, n });
}
