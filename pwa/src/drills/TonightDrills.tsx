import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { dayOf } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { items, type DraftOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { moon } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { wrapUp } from './actions';
import { drillsOf, type DrillLine } from './drill';
import { knownPeople } from './people';
import { myDrills } from './remote';
import type { Tonight } from './tonight';
import { t as tc } from './words';
import { t } from './words-of-evening';

/** What has been practised today, and the end of the evening. */
export function TonightDrills({ tonight }: { tonight: DraftOf<Tonight> }) {
  const { partners, drill } = tonight.value.value;
  const lines = drillsOf(dayOf(), {
    read: myDrills().value?.items ?? [],
    unsent: items.value,
    known: knownPeople(partners),
    me: me.value?.id ?? '',
  });
  const mine = lines.find(({ id, isWrapped }) => id === drill?.born.id && !isWrapped);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t('tonightSoFar')}</h2>
      <Rows>
        {lines.map((line) => (
          <Row
            key={line.id}
            href={`/drills/${line.id}`}
            title={namesOf(line)}
            meta={metaOf(line)}
          />
        ))}
      </Rows>
      {mine && <WrapUp id={mine.id} tonight={tonight} />}
    </section>
  );
}

function WrapUp({ id, tonight }: { id: string; tonight: DraftOf<Tonight> }) {
  const { route } = useLocation();
  const wrap = async () => {
    try {
      await wrapUp(id);
      tonight.value.value = { ...tonight.value.peek(), drill: null };
      route(`/drills/${id}`);
    } catch {
      say(tc('cannotSave'));
    }
  };
  return (
    <Button icon={moon} onClick={wrap}>
      {t('wrapUp')}
    </Button>
  );
}

function namesOf({ people }: DrillLine): string {
  const others = people.filter(({ id }) => id !== me.value?.id);
  return others.map(callName).join(' · ');
}

function metaOf({ rounds, isWrapped }: DrillLine): string {
  const fired = tc('fired', { n: rounds });
  return isWrapped ? fired : `${fired} · ${t('running')}`;
}
