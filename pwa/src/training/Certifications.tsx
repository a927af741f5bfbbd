/** 通关: what is planned and what came of it; for whoever assesses, what waits. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { relativeDay } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { DOT } from '../kit/ui/dots';
import { Empty } from '../kit/ui/Empty';
import { check, plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Tag } from '../kit/ui/Tag';
import { late } from '../late';
import { useMe } from '../people/me-remote';
import Certification from './Certification';
import {
  PLACE,
  readCertifications,
  useCertifications,
  type CertificationCard,
} from './certification-remote';
import { Listed } from './Listed';
import { t as ta } from './words-of-anchors';
import { t } from './words-of-certification';

const CertifySheet = late(
  () => import('./CertifySheet'),
  () => null,
);

export default function Certifications() {
  const { one } = useLocation().query;
  return one ? <Certification key={one} id={one} /> : <List />;
}

function List() {
  const read = useCertifications();
  const [planning, setPlanning] = useState(false);
  const apprentices = useMe().value?.apprentices ?? [];
  const role = me.value?.role;
  const mayPlan = role === 'manager' || role === 'trainer' || apprentices.length > 0;
  return (
    <Page
      title={t('title')}
      meta={t('meta')}
      back="/training"
      refresh={[read]}
      dock={
        mayPlan && (
          <Button look="main" icon={plus} onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        )
      }
    >
      <Listed
        label={t('title')}
        of={read}
        more={readCertifications}
        line={(one) => <Line key={one.id} one={one} />}
      >
        <Empty title={t('none')}>{t('noneWhy')}</Empty>
      </Listed>
      {role === 'trainer' && (
        <Rows>
          <Row href="/organisation/marks" title={ta('template')} meta={ta('templateWhy')} />
        </Rows>
      )}
      {planning && <CertifySheet onClose={() => setPlanning(false)} />}
    </Page>
  );
}

function Line({ one: { id, person, day, state, assessors, waits_for_me } }: LineProps) {
  const names = assessors.map(fullName).join(t('and'));
  return (
    <Row
      href={`${PLACE}?one=${id}`}
      title={fullName(person)}
      meta={[relativeDay(day), t('with', { names })].join(DOT)}
      after={waits_for_me ? <Tag tone="wait">{t('waitsForYou')}</Tag> : <State of={state} />}
    />
  );
}

interface LineProps {
  one: CertificationCard;
}

export function State({ of }: { of: CertificationCard['state'] }) {
  return <Tag {...(of === 'passed' && { tone: 'ok' as const, icon: check })}>{t(of)}</Tag>;
}
