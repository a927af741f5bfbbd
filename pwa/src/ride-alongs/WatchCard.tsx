import { playbookRead } from '../clients/remote';
import { callName, inMyLanguage } from '../kit/i18n/names';
import { Card } from '../kit/ui/Card';
import { Chips, Pick, Picks } from '../kit/ui/Pick';
import { say } from '../kit/ui/Toast';
import { useMe } from '../people/me-remote';
import { tick } from './actions';
import { tickOf, type DayAtHand } from './at-hand';
import { watches } from './rungs';
import type { RideVisit } from './wire';
import { t } from './words-of-field';

const MOST = 4;

/** 拎包、观察: what to look for while somebody else talks. */
export function WatchCard({ day, visit }: { day: DayAtHand; visit: RideVisit }) {
  const order = useMe().value?.organisation.rungs ?? [];
  if (!watches(visit.rung, order)) return null;
  const focus = day.preparation?.focus_skill_key;
  const skill = playbookRead().value?.skills.find(({ key }) => key === focus);
  if (!skill) {
    return (
      <Card>
        <h2>{t('watchTitle')}</h2>
        <p class="meta">{t('noSkill')}</p>
      </Card>
    );
  }
  const shown = skill.behaviours.filter(({ retired }) => !retired).slice(0, MOST);
  const mark = async (behaviour: string, seen: boolean) => {
    try {
      await tick(day, visit.visit_id, behaviour, seen);
    } catch {
      say(t('cannotSave'));
    }
  };
  return (
    <Card>
      <Picks legend={t('watchTitle')} hint={t('watchWhy', { name: callName(day.mentor) })}>
        <Chips>
          {shown.map(({ id, text }) => (
            <Pick
              key={id}
              many
              name="watched"
              value={id}
              checked={day.seen.has(tickOf(visit.visit_id, id))}
              onPick={(seen) => mark(id, seen)}
            >
              {inMyLanguage(text)}
            </Pick>
          ))}
        </Chips>
      </Picks>
    </Card>
  );
}
