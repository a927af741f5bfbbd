/** Who I am here, who looked at my record, and the settings of this phone. */
import { useLocation } from 'preact-iso';
import { WhatWeAgreed } from '../commitments/WhatWeAgreed';
import { me } from '../kit/api/session';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Row, Rows } from '../kit/ui/Card';
import { eye } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { isInBar } from '../kit/ui/NavBar';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { late } from '../late';
import { MyShares } from '../shares/MyShares';
import { OfTheTeam } from '../shares/OfTheTeam';
import { InsecureAddress } from '../today/InsecureAddress';
import { AccessRow } from './AccessRows';
import { ReadNote } from './ReadNote';
import { useMe } from './me-remote';
import { useAccess, useDaySince } from './remote';
import { Settings } from './Settings';
import { SignOutSheet } from './SignOutSheet';
import type { Me as MeRead } from './wire';
import { t } from './words';
import { t as tr } from '../reminders/words';

const NEWEST = 3;

const MyRecord = late(
  () => import('./MyRecord'),
  () => <Skeleton />,
);

export default function Me() {
  const mine = useMe();
  const access = useAccess();
  const { query, route } = useLocation();
  const person = me.value;
  if (!person) return null;
  return (
    <Page
      title={fullName(person)}
      meta={<About mine={mine.value} />}
      refresh={[mine, access]}
      root="me"
    >
      <InsecureAddress />
      {mine.value && <ReadNote of={mine} />}
      <WhoLooked access={access} />
      <RemindersRow />
      {person.role === 'rep' && <MyRecord />}
      <MyShares />
      {/* Whoever leads a team finds these there. */}
      {!isInBar('team') && (
        <>
          <WhatWeAgreed />
          <OfTheTeam />
        </>
      )}
      <Settings mine={mine.value} />
      <SignOutSheet open={'sign-out' in query} onClose={() => route('/me', true)} />
    </Page>
  );
}

/** Team, how new I am, and who walks beside me. */
function About({ mine }: { mine: MeRead | undefined }) {
  const day = useDaySince(mine?.newcomer ? mine.joined_on : null).value;
  if (!mine) return null;
  const { team, newcomer, mentor, manager, role } = mine;
  return [
    role !== 'rep' && t(role),
    team && inMyLanguage(team.name),
    newcomer && (day ? t('newcomerDay', { n: day }) : t('newcomer')),
    mentor && t('mentor', { name: fullName(mentor) }),
    !mentor && manager && t('managedBy', { name: fullName(manager) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function RemindersRow() {
  return (
    <Rows>
      <Row href="/reminders" title={tr('title')} meta={tr('rowWhy')} />
    </Rows>
  );
}

function WhoLooked({ access }: { access: ReturnType<typeof useAccess> }) {
  const items = access.value?.items ?? [];
  return (
    <section>
      <h2 class="row">
        <Icon of={eye} />
        {t('whoLooked')}
      </h2>
      {!access.value && !access.error && <Skeleton rows={NEWEST} />}
      {!access.value && <ReadNote of={access} />}
      {items.length > 0 && (
        <Rows label={t('whoLooked')}>
          {items.slice(0, NEWEST).map((one) => (
            <AccessRow key={one.id} access={one} />
          ))}
          {items.length > NEWEST && <Row href="/me/access" title={t('lookedAll')} />}
        </Rows>
      )}
      {access.value && items.length === 0 && <p>{t('nobodyLooked')}</p>}
      <p class="meta">{t('noLocation')}</p>
    </section>
  );
}
