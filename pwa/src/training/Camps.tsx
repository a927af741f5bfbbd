/** Who is in camp and which day is open: for mentors, managers and the trainer. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayInSentence, dayOf } from '../kit/i18n/format';
import { fullName, inMyLanguage } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { Empty } from '../kit/ui/Empty';
import { Select } from '../kit/ui/Field';
import { plus } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Sheet } from '../kit/ui/Sheet';
import { useEverybody } from '../people/remote';
import { beginCamp, readCamps, useCamps } from './camp-remote';
import { Listed } from './Listed';
import type { CampCard } from './wire';
import { t } from './words-of-camp';

export default function Camps() {
  const open = useCamps('open');
  const finished = useCamps('finished');
  const [isBeginning, setBeginning] = useState(false);
  const role = me.value?.role;
  const enrols = role === 'trainer' || role === 'manager';
  return (
    <Page
      title={t('camps')}
      meta={t('campsWhy')}
      back="/training"
      refresh={[open, finished]}
      dock={
        enrols && (
          <Button look="main" icon={plus} onClick={() => setBeginning(true)}>
            {t('begin')}
          </Button>
        )
      }
    >
      <Listed
        title={t('inCamp')}
        label={t('inCamp')}
        of={open}
        more={(cursor) => readCamps('open', cursor)}
        line={lineOf}
      >
        <Empty title={t('nobody')}>{t('nobodyWhy')}</Empty>
      </Listed>
      {role === 'trainer' && (
        <Rows>
          <Row href="/organisation/camp" title={t('template')} meta={t('templateWhy')} />
        </Rows>
      )}
      <Listed
        title={t('before')}
        label={t('before')}
        of={finished}
        more={(cursor) => readCamps('finished', cursor)}
        line={lineOf}
      >
        <p class="meta">{t('nobodyBefore')}</p>
      </Listed>
      {isBeginning && <BeginSheet onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function lineOf(camp: CampCard) {
  return (
    <Row
      key={camp.id}
      href={`/camps/${camp.id}`}
      before={<Ava name={fullName(camp.person)} />}
      title={fullName(camp.person)}
      meta={aboutOf(camp)}
    />
  );
}

function aboutOf(camp: CampCard): string {
  const { team, mentor, finished_at } = camp;
  const said = [
    whereOf(camp),
    team && inMyLanguage(team.name),
    mentor && t('withMentor', { name: fullName(mentor) }),
    !mentor && !finished_at && t('noMentor'),
  ];
  return said.filter(Boolean).join(' · ');
}

/** The day that waits, by its name; how many are open is nobody's number. */
function whereOf({ finished_at, days, begins_on }: CampCard): string {
  if (finished_at) return t('finished');
  const open = days.find(({ state }) => state === 'open');
  if (open) {
    return t('nowOpen', { dimension: t(open.dimension), day: dayInSentence(open.day) });
  }
  const isAhead = begins_on > dayOf();
  return isAhead ? t('begins', { day: dayInSentence(begins_on) }) : aheadOf(days);
}

function aheadOf(days: CampCard['days']): string {
  const next = days.find(({ state }) => state === 'ahead');
  if (!next) return t('allIn');
  return t('nowOpen', { dimension: t(next.dimension), day: dayInSentence(next.day) });
}

/** One tap for whoever joined before there were camps. */
function BeginSheet({ onClose }: { onClose: () => unknown }) {
  const { route } = useLocation();
  const everybody = useEverybody();
  const [id] = useState(uuid7);
  const [person, setPerson] = useState('');
  const own = me.value?.role === 'manager' ? me.value.team_id : null;
  const newcomers = (everybody.value ?? []).filter(
    ({ newcomer, team_id }) => newcomer && (own === null || team_id === own),
  );
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: person !== '',
    send: async () => {
      const begun = await beginCamp(id, person);
      onClose();
      route(`/camps/${begun.id}`);
    },
  });
  const pick = (chosen: string) => {
    setPerson(chosen);
    forget();
  };
  return (
    <Sheet open title={t('beginTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{t('beginWhy')}</p>
        {everybody.value && newcomers.length === 0 && <p class="meta">{t('nobodyNew')}</p>}
        <Select
          label={t('who')}
          name="person"
          value={person}
          options={[
            { value: '', label: t('choose') },
            ...newcomers.map((one) => ({ value: one.id, label: fullName(one) })),
          ]}
          error={asked && !person ? t('lackWho') : undefined}
          onChange={pick}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('beginNow')} onClose={onClose} />
      </form>
    </Sheet>
  );
}
