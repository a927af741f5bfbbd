import { playbookRead } from '../clients/remote';
import { inMyLanguage } from '../kit/i18n/names';
import { languageOf } from '../kit/ui/Talk';
import { becomes, useCalendar } from '../visits/becomes';
import type { RealityItem } from '../visits/wire';
import { t as tr } from '../visits/words-of-reality';
import type { TodayCard } from './wire';
import { t } from './words';

/** What came of each sentence that was prepared, under the visit it was prepared for. */
export function Outcomes({ card: { day, reality } }: { card: TodayCard }) {
  useCalendar();
  const came = reality.filter(({ result }) => result !== 'not_raised');
  const rest = reality.length - came.length;
  return (
    <>
      {came.map((item) => (
        <Outcome key={item.id} item={item} day={day} />
      ))}
      {rest > 0 && <p class="meta">{t('didNotCome', { n: rest })}</p>}
    </>
  );
}

function Outcome({ item, day }: { item: RealityItem; day: string }) {
  const { result, returns_on: returnsOn } = item;
  const said = item.words ?? typeInWords(item.type_key);
  return (
    <p class="meta">
      <span lang={languageOf(said)}>“{said}”</span> ·{' '}
      {becomes(result, { day, returnsOn }) ?? tr(result)}
    </p>
  );
}

/** How clients usually say it, where nobody wrote down how this one did. */
function typeInWords(key: string | null): string {
  const type = playbookRead().value?.objection_types.find((one) => one.key === key);
  return type ? inMyLanguage(type.words) : (key ?? '');
}
