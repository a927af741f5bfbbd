import { Seg } from '../kit/ui/Seg';
import type { ObjectionChosen } from './check-in';
import { isUnexpected, type Came } from './reality';
import type { Reality } from './use-reality';
import { t } from './words-of-reality';

const RESULTS: readonly Came[] = ['answered', 'partly', 'not_answered'];

/** For what nobody had rehearsed; may stay open. Only where something was rehearsed at all. */
export function AnsweredTap({ heard, reality }: { heard: ObjectionChosen; reality: Reality }) {
  const { standing, tellUnexpected } = reality;
  if (standing.rows.length === 0 || !isUnexpected(heard, standing)) return null;
  return (
    <div class="row">
      <span class="meta" aria-hidden="true">
        {t('wasAnswered')}
      </span>
      <div class="grow">
        <Seg
          legend={t('wasAnswered')}
          name={`answered-${heard.id}`}
          options={RESULTS.map((value) => ({ value, label: t(value) }))}
          value={standing.reality.unexpected[heard.id]?.result ?? null}
          onChange={(result) => tellUnexpected(heard.id, result)}
        />
      </div>
    </div>
  );
}
