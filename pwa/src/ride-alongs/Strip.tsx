import { useState } from 'preact/hooks';
import { Button } from '../kit/ui/Button';
import { mic } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { noteMoment } from './actions';
import type { DayAtHand, Seat } from './at-hand';
import { answered, asked, closed, heard, opened, stepIn } from './icons';
import type { RideVisit, Tag } from './wire';
import { late } from '../late';
import { t } from './words-of-field';

const StepInSheet = late(
  () => import('./StepInSheet'),
  () => null,
);
const CurbsideSheet = late(
  () => import('./CurbsideSheet'),
  () => null,
);

const TAGS: readonly { tag: Exclude<Tag, 'other'>; icon: string }[] = [
  { tag: 'opened', icon: opened },
  { tag: 'asked', icon: asked },
  { tag: 'heard', icon: heard },
  { tag: 'answered', icon: answered },
  { tag: 'closed', icon: closed },
];

interface Props {
  day: DayAtHand;
  visit: RideVisit | null;
  seat: Seat;
}

/** At the lower edge for either thumb: one tap is one moment. */
export function Strip({ day, visit, seat }: Props) {
  const [sheet, setSheet] = useState<'stepIn' | 'curbside' | null>(null);
  const at = visit?.visit_id ?? null;
  const note = async (tag: Exclude<Tag, 'other'>) => {
    try {
      await noteMoment(day, tag, at);
      say(t('noted', { tag: t(tag) }));
    } catch {
      say(t('cannotSave'));
    }
  };
  const close = () => setSheet(null);
  return (
    <>
      <div class="chips strip">
        {TAGS.map(({ tag, icon }) => (
          <Button key={tag} tall icon={icon} onClick={() => note(tag)}>
            {t(tag)}
          </Button>
        ))}
        {seat === 'mentor' && (
          <span class="grid boss">
            <Button tall icon={stepIn} onClick={() => setSheet('stepIn')}>
              {t('stepIn')}
            </Button>
          </span>
        )}
        <Button look="main" tall icon={mic} onClick={() => setSheet('curbside')}>
          {t('curbside')}
        </Button>
      </div>
      {sheet === 'stepIn' && <StepInSheet day={day} visit={at} onClose={close} />}
      {sheet === 'curbside' && <CurbsideSheet day={day} visit={at} onClose={close} />}
    </>
  );
}
