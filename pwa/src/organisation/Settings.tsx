/** Name, zone, working week, evening, big order and grades. Admins change them, everybody may read them. */
import { me } from '../kit/api/session';
import { Meanwhile, Problem } from '../kit/form/Parts';
import { isCode, pointsAt } from '../kit/form/problems';
import { useEditing } from '../kit/form/use-editing';
import { Button } from '../kit/ui/Button';
import { Page } from '../kit/ui/Page';
import { Skeleton } from '../kit/ui/Skeleton';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { GradeList } from './GradeList';
import { RungList } from './RungList';
import { CompanyFields, EveningFields, OrderFields, WeekFields } from './SettingsFields';
import { SettingsRead, shownAs } from './SettingsRead';
import { changeOrganisation, useOrganisation } from './remote';
import { changeOf, formOf, whatIsWrong, zonesWith } from './settings';
import type { Organisation } from './wire';
import { t } from './words-of-settings';

export default function Settings() {
  const company = useOrganisation();
  const stored = company.value;
  if (!stored) {
    return (
      <Page title={t('title')} back="/organisation">
        <ReadNote of={company} />
        {!company.error && <Skeleton rows={6} />}
      </Page>
    );
  }
  if (me.value?.role !== 'admin') return <SettingsRead of={stored} read={company} />;
  const remember = (saved: Organisation) => company.change(() => saved);
  return <Setting stored={stored} onSaved={remember} />;
}

interface Props {
  stored: Organisation;
  onSaved: (row: Organisation) => unknown;
}

function Setting({ stored, onSaved }: Props) {
  const zones = zonesWith(stored.zone);
  const edit = useEditing({
    stored,
    fieldsOf: formOf,
    isComplete: (draft) => whatIsWrong(draft, zones).length === 0,
    save: (patch, version) => changeOrganisation(changeOf(patch), version),
    onSaved: (row) => {
      onSaved(row);
      say(t('saved'));
    },
  });
  const { draft: form, change, asked, busy, problem, submit } = edit;
  const wrong = asked ? whatIsWrong(form, zones) : [];
  const parts = { form, wrong, problem, onChange: change };
  const isAtField = isCode(problem, 'evening_upside_down') || pointsAt(problem, '/country');
  const dock = (
    <Button look="main" busy={busy} busyLabel={t('saving')} onClick={submit}>
      {t('save')}
    </Button>
  );
  return (
    <Page title={t('title')} back="/organisation" dock={dock}>
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={edit.meanwhile.map((name) => shownAs(name, edit.base))} />
        <Problem of={problem} unless={isAtField || pointsAt(problem, '/big_order')} />
        <CompanyFields {...parts} zones={zones} />
        <WeekFields {...parts} />
        <EveningFields {...parts} />
        <OrderFields {...parts} />
        <RungList rungs={form.rungs} onChange={(rungs) => change({ rungs })} />
        <GradeList grades={form.grades} onChange={(grades) => change({ grades })} />
      </form>
    </Page>
  );
}
