import { me } from '../kit/api/session';
import { Card } from '../kit/ui/Card';
import { Page } from '../kit/ui/Page';
import { Ours, Said, Talk } from '../kit/ui/Talk';
import { InsecureAddress } from './InsecureAddress';
import { t } from './words-of-help';

/** The whole of the help: one page, in the order in which people ask. */
export default function Help() {
  return (
    <Page title={t('help')} meta={t('helpMeta')} back={me.value ? '/me' : '/sign-in'}>
      <InsecureAddress />
      <Card>
        <h2>{t('whatItIs')}</h2>
        <p>{t('whatItIsText')}</p>
        <Talk>
          <Said>{t('exampleSaid')}</Said>
          <Ours>{t('exampleOurs')}</Ours>
        </Talk>
        <p class="meta">{t('exampleMeta')}</p>
      </Card>
      <Never />
      <Card>
        <h2>{t('offline')}</h2>
        <p>{t('offlineText')}</p>
        <p>{t('offlineKept')}</p>
      </Card>
      <Card>
        <h2>{t('passed')}</h2>
        <p>{t('passedText')}</p>
        <p>{t('passedBoth')}</p>
      </Card>
      <Settings />
    </Page>
  );
}

function Never() {
  return (
    <Card>
      <h2>{t('never')}</h2>
      <ul class="stack">
        <li>{t('neverLocation')}</li>
        <li>{t('neverRanking')}</li>
        <li>{t('neverPenalty')}</li>
        <li>{t('neverHidden')}</li>
        <li>{t('neverRecording')}</li>
      </ul>
    </Card>
  );
}

function Settings() {
  return (
    <Card>
      <h2>{t('settings')}</h2>
      <p>{t('settingsYou')}</p>
      <p>{t('settingsAdmin')}</p>
    </Card>
  );
}
