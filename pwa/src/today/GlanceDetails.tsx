import { me } from '../kit/api/session';
import { money } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { LinkButton } from '../kit/ui/Button';
import { goal } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import { languageOf } from '../kit/ui/Talk';
import { t as tv } from '../visits/words';
import { openInWords } from './GlanceParts';
import { Detail, Facts } from './TeamDetail';
import type { VisitTomorrow } from './team-remote';
import type { PersonRef } from './wire';
import { t } from './words-of-glance';

/** One of tomorrow's visits: which answers are open, and whether it was played. */
export function VisitDetail({ visit }: { visit: VisitTomorrow }) {
  const { person, client, planned_time, purpose, amount, missing, drilled } = visit;
  const rows = [
    { name: t('purpose'), text: [tv(purpose), planned_time].filter(Boolean).join(' · ') },
    { name: t('expected'), text: amount ? money(amount) : null },
    { name: t('sheet'), text: sheetInWords(missing) },
    { name: t('drill'), text: t(drilled ? 'drilledYes' : 'drilledNo') },
  ];
  return (
    <Detail person={person} note={t('logged', { who: fullName(person) })} client={client.id}>
      <h2 class="big" lang={languageOf(client.name)}>
        {client.name}
      </h2>
      {visit.person_left && <HasLeft person={person} />}
      <Facts rows={rows} />
    </Detail>
  );
}

/** Nobody goes there tomorrow unless somebody takes the client over. */
function HasLeft({ person }: { person: PersonRef }) {
  const way = me.value?.role === 'manager' && (
    <LinkButton href={`/people/${person.id}?hand-over`}>{t('toHandOver')}</LinkButton>
  );
  return (
    <Note tone="wait" icon={goal} action={way}>
      {t('leftWhy', { name: fullName(person) })}
    </Note>
  );
}

function sheetInWords(missing: VisitTomorrow['missing']): string {
  if (missing.length === 0) return t('allAnswers');
  return openInWords(missing);
}
