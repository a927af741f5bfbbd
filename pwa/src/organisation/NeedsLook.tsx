import { me } from '../kit/api/session';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row, Rows } from '../kit/ui/Card';
import { Icon } from '../kit/ui/Icon';
import { check, goal } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import type { NeedsLook as Needs } from './wire';
import { t } from './words';

/** So many of each are told; the lists know the rest. */
const MOST = 20;

/** What somebody may mend now, and where. Whoever may mend nothing sees nothing. */
export function NeedsLook({ of, teams }: { of: Needs; teams: number }) {
  const { teams_without_manager, not_joined, newcomers_without_mentor } = of;
  // What an earlier version of the app has kept does not tell of them.
  const { leavers_with_clients = [] } = of as Partial<Needs>;
  const all = [teams_without_manager, not_joined, newcomers_without_mentor, leavers_with_clients];
  const isNew = teams === 0 && me.value?.role === 'admin';
  if (!isNew && all.every((kind) => kind.length === 0)) return <InOrder />;
  return (
    <section>
      <h2>{t('needsLook')}</h2>
      <Rows label={t('needsLook')}>
        {isNew && (
          <Row
            href="/organisation/teams"
            before={<Icon of={goal} />}
            title={t('noTeams')}
            meta={t('noTeamsDo')}
          />
        )}
        {teams_without_manager.map(({ id, name }) => (
          <Row
            key={id}
            href={`/organisation/teams?team=${id}`}
            before={<Icon of={goal} />}
            title={t('noManager', { team: inMyLanguage(name) })}
            meta={t('noManagerDo')}
          />
        ))}
        {leavers_with_clients.map((person) => (
          <Row
            key={person.id}
            href={`/people/${person.id}?hand-over`}
            before={<Ava name={fullName(person)} />}
            title={t('clientsWait', { name: fullName(person) })}
            meta={t('clientsWaitDo')}
          />
        ))}
        {not_joined.map((person) => (
          <Row
            key={person.id}
            href={`/people/${person.id}`}
            before={<Ava name={fullName(person)} />}
            title={t('notJoined', { name: fullName(person) })}
            meta={t('notJoinedDo')}
          />
        ))}
        {newcomers_without_mentor.map((person) => (
          <Row
            key={person.id}
            href={`/organisation/mentors?for=${person.id}`}
            before={<Ava name={fullName(person)} />}
            title={t('noMentor', { name: fullName(person) })}
            meta={t('noMentorDo')}
          />
        ))}
        {all.some((kind) => kind.length === MOST) && <Row href="/people" title={t('more')} />}
      </Rows>
    </section>
  );
}

/** Only for an admin: a manager's own team says nothing of the others. */
function InOrder() {
  if (me.value?.role !== 'admin') return null;
  return (
    <Note tone="ok" icon={check}>
      {t('nothing')}
    </Note>
  );
}
