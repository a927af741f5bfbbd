import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { useMe } from '../people/me-remote';
import { Card } from '../kit/ui/Card';
import { say } from '../kit/ui/Toast';
import { Pick, Picks, Tiles } from '../kit/ui/Pick';
import { Seg } from '../kit/ui/Seg';
import { chooseRung } from './actions';
import type { DayAtHand } from './at-hand';
import { leadsOf } from './rungs';
import type { Leads, RideVisit, Rung } from './wire';
import { t } from './words-of-field';
import { t as tr } from './words-of-rungs';

/** Before the door: which rung at this client, and who talks. One tap; a second one to change who talks. */
export function RungCard({ day, visit }: { day: DayAtHand; visit: RideVisit }) {
  const order: readonly Rung[] = useMe().value?.organisation.rungs ?? USUAL;
  const choose = async (rung: Rung, leads: Leads) => {
    try {
      await chooseRung(day, visit, { rung, leads });
    } catch {
      say(t('cannotSave'));
    }
  };
  const other = visit.choices.find(({ by, rung }) => by.id !== me.value?.id && rung !== visit.rung);
  const sides: readonly Leads[] = ['mentor', 'apprentice'];
  return (
    <Card>
      <Picks legend={t('rungLegend')}>
        <Tiles>
          {order.map((rung, at) => (
            <Pick
              key={rung}
              name="rung"
              value={rung}
              checked={rung === visit.rung}
              onPick={() => choose(rung, leadsOf(rung))}
            >
              {`${at + 1} ${tr(rung)}`}
            </Pick>
          ))}
        </Tiles>
      </Picks>
      {visit.rung && (
        <Seg
          legend={t('leads')}
          name="leads"
          options={sides.map((side) => ({
            value: side,
            label: tr(`leads_${side}`, { name: callName(day[side]) }),
          }))}
          value={visit.leads}
          onChange={(leads) => visit.rung && choose(visit.rung, leads)}
        />
      )}
      {other && (
        <p class="meta" role="status">
          {t('chosenApart', { name: callName(other.by), rung: tr(other.rung) })}
        </p>
      )}
    </Card>
  );
}

const USUAL: readonly Rung[] = ['tell', 'show', 'tell_back', 'do'];
