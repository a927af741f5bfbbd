import { playbookRead } from '../clients/remote';
import { callName, inMyLanguage } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Note } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { proposeRung } from './actions';
import type { DayAtHand } from './at-hand';
import { KINDS, ladderLane } from './kinds';
import { t } from './words-of-field';
import { t as tr } from './words-of-rungs';

/** After two rescues for one skill: shown to the mentor alone, who says it or lets it be. */
export function StepBack({ day }: { day: DayAtHand }) {
  const asked = new Set(pendingOf(KINDS.move).map(({ lane }) => lane));
  return (
    <>
      {day.step_back
        .filter(({ skill_key }) => !asked.has(ladderLane(day.apprentice.id, skill_key)))
        .map((step) => (
          <Note
            key={step.skill_key}
            action={
              <Button
                onClick={async () => {
                  await proposeRung(day.apprentice, step);
                  say(t('stepBackSaid', { name: callName(day.apprentice) }));
                }}
              >
                {t('stepBackDo', { rung: tr(step.to_rung) })}
              </Button>
            }
          >
            {t('stepBack', { skill: skillName(step.skill_key) })}
          </Note>
        ))}
    </>
  );
}

export function skillName(key: string): string {
  const skill = playbookRead().value?.skills.find((one) => one.key === key);
  return skill ? inMyLanguage(skill.name) : key;
}
