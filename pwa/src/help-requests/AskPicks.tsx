import { timeOf } from '../kit/i18n/format';
import { callName } from '../kit/i18n/names';
import { Chips, Pick, Picks, Tiles } from '../kit/ui/Pick';
import { me } from '../kit/api/session';
import { answeredInTheMorning, type Hours } from './quiet';
import type { HelpForm } from './actions';
import { kinds, times, wishes } from './choices';
import type { Seat } from './seats';
import type { Kind, Needed } from './wire';
import { t as tc } from './words';
import { t } from './words-of-new';

interface Props {
  form: HelpForm;
  onChange: (part: Partial<HelpForm>) => unknown;
  missing?: boolean;
}

export function KindPicks({ form, onChange, missing }: Props) {
  return (
    <Picks legend={t('kind')} error={missing ? t('lackKind') : undefined}>
      <Chips>
        {kinds.map((kind) => (
          <Pick
            key={kind}
            name="kind"
            value={kind}
            checked={form.kind === kind}
            onPick={() => onChange({ kind })}
          >
            {tc(kind)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

/** Each with what it promises. */
export function TimePicks({ form, onChange, missing, of }: Props & { of: Hours | undefined }) {
  return (
    <Picks legend={t('needed')} error={missing ? t('lackNeeded') : undefined}>
      <Tiles small>
        {times.map((needed) => (
          <Pick
            key={needed}
            name="needed"
            value={needed}
            checked={form.needed === needed}
            onPick={() => onChange({ needed })}
            tall
          >
            <strong>{tc(needed)}</strong>
            <span class="meta">{promiseOf(needed, of)}</span>
          </Pick>
        ))}
      </Tiles>
    </Picks>
  );
}

export function WishPicks({ form, onChange }: Props) {
  return (
    <Picks legend={t('wanted')} hint={t('wantedHint')}>
      <Chips>
        {wishes.map((wanted) => (
          <Pick
            key={wanted}
            name="wanted"
            value={wanted}
            many
            checked={form.wanted === wanted}
            onPick={(on) => onChange({ wanted: on ? wanted : null })}
          >
            {tc(wanted)}
          </Pick>
        ))}
      </Chips>
    </Picks>
  );
}

interface WhomProps {
  seats: readonly Seat[];
  chosen: Seat | undefined;
  kind: Kind | null;
  onChange: (part: Partial<HelpForm>) => unknown;
}

export function WhomPicks({ seats, chosen, kind, onChange }: WhomProps) {
  if (seats.length === 0) return null;
  return (
    <Picks legend={t('whom')}>
      <Chips>
        {seats.map(({ audience, person }) => (
          <Pick
            key={audience}
            name="audience"
            value={audience}
            checked={chosen?.audience === audience}
            onPick={() => onChange({ audience })}
          >
            {person ? t(titleOf(audience), { name: callName(person) }) : unnamed(audience)}
          </Pick>
        ))}
      </Chips>
      {kind === 'personal' && chosen?.person && (
        <p class="meta">{t('personalHint', { name: callName(chosen.person) })}</p>
      )}
    </Picks>
  );
}

function unnamed(audience: Seat['audience']): string {
  if (audience !== 'team') return t('myManager');
  return { team: tc('team'), managers: t('managers'), regions: t('regions') }[wholeTeam()];
}

/** The whole team of a region are the managers of its teams; of a trainer, the regional managers. */
export function wholeTeam(): 'team' | 'managers' | 'regions' {
  const role = me.peek()?.role;
  if (role === 'trainer') return 'regions';
  return role === 'regional_manager' ? 'managers' : 'team';
}

function titleOf(audience: Seat['audience']): 'mentor' | 'manager' | 'regional' | 'peer' {
  if (audience === 'mentor') return 'mentor';
  const role = me.peek()?.role;
  if (role === 'rep') return 'manager';
  return role === 'regional_manager' ? 'peer' : 'regional';
}

/** As the server will count it, as far as this phone knows the hours. */
function promiseOf(needed: Needed, of: Hours | undefined): string {
  if (needed === 'now') {
    const when = answeredInTheMorning(of, new Date());
    return when ? tc('by', { when }) : t('in15');
  }
  if (needed === 'week') return t('twoDays');
  const closes = of?.organisation.evening_closes;
  const isOpen = closes !== undefined && timeOf(new Date()) < closes;
  return isOpen ? t('beforeClose', { when: closes }) : t('nextEvening');
}
