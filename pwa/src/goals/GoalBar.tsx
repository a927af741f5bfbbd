import { Tag } from '../kit/ui/Tag';
import { figure, TONES } from './figures';
import type { Goal } from './wire';
import { t } from './words';

interface Props {
  goal: Goal;
  /** The figure is the heading of its own screen; in a list it stands beside the name. */
  named?: boolean;
}

/** How far along it is: a figure, its target, and a bar that holds the same. */
export function GoalBar({ goal, named }: Props) {
  const { metric, agreed, proposed, reached } = goal;
  const target = (agreed ?? proposed)?.target ?? 0;
  const inWords = { value: figure(goal, reached.value), target: figure(goal, target) };
  return (
    <div>
      <p class="row num">
        <span class="grow">{named && t(metric)}</span>
        <span>
          <strong>{inWords.value}</strong>{' '}
          <span class="meta">{t('ofTarget', { target: inWords.target })}</span>
        </span>
      </p>
      <progress
        value={Math.min(reached.value, target)}
        max={target}
        aria-label={t('progress', { metric: t(metric), ...inWords })}
      />
    </div>
  );
}

export function StateTag({ state }: Pick<Goal, 'state'>) {
  return <Tag tone={TONES[state]}>{t(state)}</Tag>;
}
