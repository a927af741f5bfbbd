/** 话术: what clients say and what we answer, and what we practise. Everybody reads it. */
import { useLocation } from 'preact-iso';
import { usePlaybook } from '../clients/remote';
import { me } from '../kit/api/session';
import { inMyLanguage } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { ReadNote } from '../people/ReadNote';
import { DueAnswers } from './DueAnswers';
import { Skills } from './Skills';
import { NewType } from './TypeSheets';
import { mayEdit } from './editors';
import type { ObjectionType } from './remote';
import { t } from './words';

export default function Playbook() {
  const playbook = usePlaybook();
  const { path, query, route } = useLocation();
  const keeps = mayEdit(me.value);
  const types = playbook.value?.objection_types ?? [];
  const back = me.value?.role === 'rep' ? '/me' : '/organisation';
  const about = keeps ? t('about') : `${t('about')} ${t('keepers')}`;
  const add = (
    <LinkButton look="main" icon={plus} href={`${path}?new`}>
      {t('addType')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} meta={about} back={back} refresh={[playbook]} dock={keeps && add}>
      <ReadNote of={playbook} />
      {!playbook.value && !playbook.error && <Skeleton rows={6} />}
      {keeps && <DueAnswers />}
      <Types title={t('objections')} of={types.filter(({ retired }) => !retired)} />
      {keeps && (
        <Types
          title={t('retired')}
          why={t('retiredWhy')}
          of={types.filter(({ retired }) => retired)}
        />
      )}
      {playbook.value && (
        <Skills skills={playbook.value.skills} onChanged={() => playbook.again()} />
      )}
      {keeps && 'new' in query && (
        <NewType
          onClose={() => route(path, true)}
          onSaved={({ key }) => {
            void playbook.again();
            route(`/playbook/${key}`, true);
          }}
        />
      )}
    </Page>
  );
}

interface TypesProps {
  title: string;
  why?: string;
  of: readonly ObjectionType[];
}

function Types({ title, why, of }: TypesProps) {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {why && <p class="meta">{why}</p>}
      <Rows label={title}>
        {of.map(({ key, name, words, best }) => (
          <Row
            key={key}
            href={`/playbook/${key}`}
            title={inMyLanguage(name)}
            meta={[words, best[0]?.text]
              .filter((text) => text != null)
              .map(inMyLanguage)
              .join(' → ')}
          />
        ))}
      </Rows>
    </section>
  );
}
