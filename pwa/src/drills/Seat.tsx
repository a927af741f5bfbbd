import type { ComponentChildren } from 'preact';
import { bag, boss as bossIcon } from '../kit/ui/icons';
import { Icon } from '../kit/ui/Icon';
import { t as tb } from './words-of-boss';
import { t } from './words-of-round';

interface Props {
  seat: 'boss' | 'rep';
  round: number;
  /** At the end of the first line: the way out. */
  action?: ComponentChildren;
  children?: ComponentChildren;
}

/** Who holds the phone: a colour, a word and an icon. */
export function Seat({ seat, round, action, children }: Props) {
  return (
    <header class={`seat ${seat}`}>
      <div class="row">
        <span class="row grow">
          <Icon of={seat === 'boss' ? bossIcon : bag} />
          <strong>{seat === 'boss' ? tb('youAreTheBoss') : t('youAreRep')}</strong>
        </span>
        <span>{t('round', { n: round })}</span>
        {action}
      </div>
      {children}
    </header>
  );
}
