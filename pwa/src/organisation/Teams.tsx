/** Regions and teams, and who leads each of them. */
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { ReadNote } from '../people/ReadNote';
import { useTeams } from '../people/remote';
import { NewTeam, TeamSheet } from './TeamSheet';
import { byRegion, type Region } from './teams';
import type { Team } from './wire';
import { t } from './words-of-teams';

export default function Teams() {
  const list = useTeams();
  const { path, query, route } = useLocation();
  const isAdmin = me.value?.role === 'admin';
  const all = list.value?.items ?? [];
  const opened = all.find(({ id }) => id === query['team']);
  const close = () => route(path, true);
  const changed = () => {
    close();
    void list.again();
  };
  const add = (
    <LinkButton look="main" icon={plus} href={`${path}?new`}>
      {t('add')}
    </LinkButton>
  );
  return (
    <Page
      title={t('title')}
      meta={isAdmin ? undefined : t('byAdmin')}
      back="/organisation"
      refresh={[list]}
      dock={isAdmin && all.length > 0 && add}
    >
      <ReadNote of={list} />
      {!list.value && !list.error && <Skeleton rows={4} />}
      {byRegion(all).map((region) => (
        <RegionRows key={region.region?.id ?? ''} of={region} mayOpen={isAdmin} />
      ))}
      {list.value && all.length === 0 && (
        <Empty title={t('none')} action={isAdmin && add}>
          {t('noneWhy')}
        </Empty>
      )}
      {isAdmin && list.value && 'new' in query && (
        <NewTeam all={all} onClose={close} onSaved={changed} />
      )}
      {isAdmin && opened && (
        <TeamSheet key={opened.id} team={opened} all={all} onClose={close} onSaved={changed} />
      )}
    </Page>
  );
}

function RegionRows({ of: { region, teams }, mayOpen }: { of: Region; mayOpen: boolean }) {
  const name = region ? inMyLanguage(region.name) : t('noRegion');
  return (
    <section>
      <h2>{name}</h2>
      <Rows label={name}>
        {region && <TeamRow team={region} mayOpen={mayOpen} />}
        {teams.map((team) => (
          <TeamRow key={team.id} team={team} mayOpen={mayOpen} />
        ))}
        {teams.length === 0 && <Row title={t('noTeams')} />}
      </Rows>
    </section>
  );
}

function TeamRow({ team, mayOpen }: { team: Team; mayOpen: boolean }) {
  const { id, kind, name, manager } = team;
  return (
    <Row
      {...(mayOpen && { href: `/organisation/teams?team=${id}` })}
      title={kind === 'region' ? t('regionItself') : inMyLanguage(name)}
      meta={
        manager ? t('ledBy', { name: fullName(manager) }) : <Tag tone="wait">{t('noManager')}</Tag>
      }
    />
  );
}
