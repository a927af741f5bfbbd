import { money } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { languageOf } from '../kit/ui/Talk';
import { t as tv } from '../visits/words';
import { openInWords } from './GlanceParts';
import { Detail, Facts } from './TeamDetail';
import type { VisitTomorrow } from './team-remote';
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
      <Facts rows={rows} />
    </Detail>
  );
}

function sheetInWords(missing: VisitTomorrow['missing']): string {
  if (missing.length === 0) return t('allAnswers');
  return openInWords(missing);
}
