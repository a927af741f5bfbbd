import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { uuid7 } from '../kit/api/uuid7';
import { Ending, Problem } from '../kit/form/Parts';
import { useSending } from '../kit/form/use-sending';
import { dayOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Field, Select } from '../kit/ui/Field';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { useMe } from '../people/me-remote';
import { useEverybody } from '../people/remote';
import { AREAS, PLACE, planCertification, useTemplate, type Area } from './certification-remote';
import { t as ta } from './words-of-anchors';
import { t } from './words-of-certification';

const ASSESS = ['rep', 'manager'];

/** For whom, by whom, on which day; the server says what does not fit. */
export default function CertifySheet({ onClose }: { onClose: () => unknown }) {
  const { route } = useLocation();
  const { reps, near } = useWho();
  const [id, setId] = useState(uuid7);
  const [who, setWho] = useState('');
  const [two, setTwo] = useState<readonly string[]>([me.value?.id ?? '']);
  const [day, setDay] = useState(dayOf());
  const usual = useTemplate().value?.areas.find(({ must_pass }) => must_pass)?.area;
  const [chosen, setMust] = useState<Area | null>(null);
  const must = chosen ?? usual ?? 'objections';
  const { asked, busy, problem, submit, forget } = useSending({
    isComplete: who !== '' && two.length === 2 && day >= dayOf(),
    send: async () => {
      const body = { id, person_id: who, assessor_ids: [...two], day, must_pass: must };
      const planned = await planCertification(body);
      onClose();
      route(`${PLACE}?one=${planned.id}`);
    },
  });
  const change = (how: () => void) => {
    how();
    if (problem !== null) setId(uuid7());
    forget();
  };
  const pick = (person: string, on: boolean) =>
    change(() =>
      setTwo([...two.filter((one) => one !== person), ...(on ? [person] : [])].slice(-2)),
    );
  return (
    <Sheet open title={t('plan')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Select
          label={t('who')}
          name="person"
          value={who}
          options={[
            { value: '', label: '…' },
            ...reps.map((one) => ({ value: one.id, label: fullName(one) })),
          ]}
          error={asked && !who ? t('lackWho') : undefined}
          onChange={(one) => change(() => setWho(one))}
        />
        <Picks
          legend={t('assessors')}
          hint={t('assessorsWhy')}
          error={asked && two.length < 2 ? t('lackTwo') : undefined}
        >
          <Chips>
            {near(reps.find((one) => one.id === who)).map((one) => (
              <Pick
                key={one.id}
                name="assessor"
                value={one.id}
                many
                checked={two.includes(one.id)}
                onPick={(on) => pick(one.id, on)}
              >
                {fullName(one)}
              </Pick>
            ))}
          </Chips>
        </Picks>
        <Field
          label={t('day')}
          name="day"
          type="date"
          min={dayOf()}
          value={day}
          error={asked && day < dayOf() ? t('lackDay') : undefined}
          onInput={(typed) => change(() => setDay(typed))}
        />
        <Select
          label={t('must')}
          name="must"
          value={must}
          options={AREAS.map((area) => ({ value: area, label: ta(area) }))}
          onChange={(area) => change(() => setMust(area as Area))}
        />
        <Problem of={problem} />
        <Ending busy={busy} save={t('plan')} onClose={onClose} />
      </form>
    </Sheet>
  );
}

/** Whom I may plan one for, and who could assess. */
function useWho() {
  const everybody = useEverybody().value ?? [];
  const mine = useMe().value;
  const apprentices = new Set(mine?.apprentices.map(({ id }) => id));
  const lead = me.value?.role;
  const reps = everybody.filter(
    (one) =>
      one.role === 'rep' &&
      (lead === 'trainer' ||
        apprentices.has(one.id) ||
        (lead === 'manager' && one.team_id === mine?.team_id)),
  );
  /** Of the rep's own team, the trainers, and whoever plans it. */
  const near = (rep: (typeof reps)[number] | undefined) =>
    everybody.filter(
      ({ id, role, team_id }) =>
        id !== rep?.id &&
        (id === mine?.id ||
          role === 'trainer' ||
          (team_id === (rep ?? mine)?.team_id && ASSESS.includes(role))),
    );
  return { reps, near };
}
