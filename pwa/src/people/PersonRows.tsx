import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { lock, send } from '../kit/ui/icons';
import { Tag } from '../kit/ui/Tag';
import { isInMyCare } from './care';
import type { Me, PersonCard, Team } from './wire';
import { t } from './words-of-people';

interface Props {
  mine: Me;
  people: readonly PersonCard[];
  teams: readonly Team[];
  isOut: boolean;
}

/** The row of somebody I look after leads to them. */
export function PersonRows({ mine, people, teams, isOut }: Props) {
  const names = new Map(teams.map(({ id, name }) => [id, inMyLanguage(name)]));
  return (
    <Rows label={t('title')}>
      {people.map((person) => (
        <Row
          key={person.id}
          {...(isInMyCare(mine, person) && { href: `/people/${person.id}` })}
          before={<Ava name={fullName(person)} />}
          title={fullName(person)}
          meta={
            <>
              {aboutOf(person, names)} <State of={person} isOut={isOut} />
            </>
          }
        />
      ))}
    </Rows>
  );
}

/** "Rep · Gull · newcomer" */
function aboutOf({ role, team_id, newcomer }: PersonCard, teams: Map<string, string>): string {
  const team = team_id && teams.get(team_id);
  return [t(role), team, newcomer && t('newcomer')].filter(Boolean).join(' · ');
}

function State({ of, isOut }: { of: PersonCard; isOut: boolean }) {
  if (isOut) return <Tag icon={lock}>{t('cannotSignIn')}</Tag>;
  return of.invitation_accepted === false ? <Tag icon={send}>{t('notJoined')}</Tag> : null;
}
