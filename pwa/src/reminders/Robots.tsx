/** 群机器人: groups that hear what concerns all of a team; for those phones that cannot be woken. */
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { MorePages } from '../people/MorePages';
import { ReadNote } from '../people/ReadNote';
import { useTeams } from '../people/remote';
import { readRobots, useRobots } from './remote';
import { RobotSheet } from './RobotSheet';
import type { Robot } from './wire';
import { t } from './words-of-robots';

export default function Robots() {
  const list = useRobots();
  const teams = useTeams();
  const { path, query, route } = useLocation();
  const robots = list.value?.items ?? [];
  const all = teams.value?.items ?? [];
  const opened = robots.find(({ id }) => id === query['robot']);
  const close = () => route(path, true);
  const changed = () => {
    close();
    void list.again();
  };
  const teamOf = ({ team_id }: Robot) => {
    const found = all.find(({ id }) => id === team_id);
    return found ? inMyLanguage(found.name) : t('everybody');
  };
  const open = 'new' in query || opened !== undefined;
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back={me.value?.role === 'admin' ? '/organisation' : '/me'}
      refresh={[list, teams]}
      dock={
        <LinkButton look="main" icon={plus} href={`${path}?new`}>
          {t('add')}
        </LinkButton>
      }
    >
      <ReadNote of={list} />
      {!list.value && !list.error && <Skeleton rows={3} />}
      {robots.length > 0 && (
        <Rows label={t('title')}>
          {robots.map((one) => (
            <Row
              key={one.id}
              href={`${path}?robot=${one.id}`}
              title={teamOf(one)}
              meta={`${t(one.kind)} · ${one.address}`}
            />
          ))}
        </Rows>
      )}
      {list.value && robots.length === 0 && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
      <MorePages list={list} read={readRobots} />
      {teams.value && list.value && open && (
        <RobotSheet
          key={opened?.id ?? 'new'}
          robot={opened ?? null}
          teams={all}
          onClose={close}
          onSaved={changed}
        />
      )}
    </Page>
  );
}
