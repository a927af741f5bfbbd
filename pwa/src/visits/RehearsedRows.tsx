import { BubbleField } from '../clients/BubbleField';
import { again, check } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { Picks } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { becomes } from './becomes';
import { toldOfRow, type Rehearsed } from './reality';
import type { Part } from './use-check-in-form';
import type { Reality } from './use-reality';
import type { Result } from './wire';
import { t as tc } from './words-of-check-in';
import { t } from './words-of-reality';

const RESULTS: readonly Result[] = ['not_raised', 'answered', 'partly', 'not_answered'];

interface Props {
  reality: Reality;
  lacks: Part['lacks'];
}

/** One tap for each sentence that was prepared; what came is in the check-in with it. */
export function RehearsedRows({ reality, lacks }: Props) {
  const { rows } = reality.standing;
  if (rows.length === 0) return null;
  const practised = rows.some(({ from }) => from === 'line');
  return (
    <Picks legend={t(practised ? 'rehearsed' : 'expected')}>
      {rows.map((row) => (
        <OneRow key={row.id} row={row} reality={reality} lacksWords={lacks('words')} />
      ))}
    </Picks>
  );
}

interface RowProps {
  row: Rehearsed;
  reality: Reality;
  lacksWords: boolean;
}

function OneRow({ row, reality, lacksWords }: RowProps) {
  const { standing, tell, rephrase } = reality;
  const told = toldOfRow(row, standing);
  const heard = standing.objections.find(({ id }) => id === told?.objectionId);
  const silent = lacksWords && heard && !heard.typeKey && !heard.words.trim();
  const problem = (silent && tc('lackWords')) || (reality.full === row.id && tc('threeAtMost'));
  return (
    <Talk>
      {heard ? (
        <BubbleField
          voice="said"
          label={t('inHisWords')}
          placeholder={row.words}
          value={heard.words}
          lang={languageOf(heard.words)}
          onInput={(words) => rephrase(heard.id, words)}
        />
      ) : (
        <Said lang={languageOf(row.words)}>{row.words}</Said>
      )}
      <div class="row">
        <div class="grow">
          <Seg
            legend={row.words}
            name={`came-${row.id}`}
            options={RESULTS.map((value) => ({ value, label: t(value) }))}
            value={told?.result ?? null}
            onChange={(result) => tell(row, result)}
          />
        </div>
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {told && <WhatBecomes result={told.result} item={told.itemId} reality={reality} />}
    </Talk>
  );
}

interface BecomesProps {
  result: Result;
  item: string;
  reality: Reality;
}

/** Under a tap stands at once what it becomes. */
function WhatBecomes({ result, item, reality: { day, stored } }: BecomesProps) {
  const before = stored.find(({ id }) => id === item);
  const returnsOn = before?.result === result ? before.returns_on : undefined;
  const words = becomes(result, { day, returnsOn });
  if (!words) return null;
  return (
    <p class="meta row">
      <Icon of={result === 'answered' ? check : again} small />
      {words}
    </p>
  );
}
