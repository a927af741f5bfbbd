/** 团队: from here whoever leads it reaches what is not of today. */
import { WhatWeAgreed } from '../commitments/WhatWeAgreed';
import TeamThanks from '../goals/TeamThanks';
import { inMyLanguage } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { Page } from '../kit/ui/Page';
import { useMe } from '../people/me-remote';
import { ReadNote } from '../people/ReadNote';
import { OfTheTeam } from '../shares/OfTheTeam';
import { t } from './words-of-team';

export default function Team() {
  const mine = useMe();
  const team = mine.value?.team;
  return (
    <Page title={t('title')} meta={team && inMyLanguage(team.name)} root="team" refresh={[mine]}>
      <ReadNote of={mine} />
      <Rows label={t('work')}>
        <Row href="/evening" title={t('evening')} meta={t('eveningWhy')} />
        <Row href="/clients" title={t('clients')} meta={t('clientsWhy')} />
        <Row href="/people" title={t('people')} meta={t('peopleWhy')} />
      </Rows>
      <WhatWeAgreed />
      <OfTheTeam />
      <TeamThanks />
    </Page>
  );
}
