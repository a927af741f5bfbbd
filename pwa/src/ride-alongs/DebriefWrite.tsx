import type { ComponentChildren, ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { callName } from '../kit/i18n/names';
import { pending, useDraft } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { tray } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { writeDebrief } from './actions';
import type { DayAtHand, Seat } from './at-hand';
import { fieldsSent, formOf, lacking, type DebriefForm } from './debrief-form';
import { ActionCard, FirstCard, MarksCard, TwoAndOneCard, type Part } from './DebriefCards';
import { debriefDraft, debriefLane } from './kinds';
import { MomentsCard } from './MomentsCard';
import { SaidDifferently } from './SaidDifferently';
import { t } from './words-of-debrief';

export type Frame = Omit<ComponentProps<typeof Page>, 'dock' | 'children'>;

interface Props {
  day: DayAtHand;
  seat: Seat;
  frame: Frame;
  note: ComponentChildren;
}

/** Enter goes on to the next field, so that five sentences cost one tap. */
export function DebriefWrite({ day, seat, frame, note }: Props) {
  const mine = me.value?.id ?? '';
  const draft = useDraft<DebriefForm>(debriefDraft(day.id), unsentOr(day, mine));
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState(false);
  const form = draft.value.value;
  const change = (part: Partial<DebriefForm>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const apprenticeWrote =
    day.debrief?.versions.find(({ by }) => by.id === day.apprentice.id) ?? null;
  const isMentor = seat === 'mentor';
  const missing = isMentor ? lacking(form, apprenticeWrote) : [];
  const other = callName(isMentor ? day.apprentice : day.mentor);
  const save = async () => {
    setAsked(true);
    if (isMentor && (missing.length > 0 || !form.correction)) return;
    if (!isMentor && !form.well.trim() && !form.stuck.trim()) return;
    try {
      await writeDebrief(day, fieldsSent(form, seat));
      say(t(isMentor ? 'saved' : 'savedMine', { name: other }));
    } catch {
      setProblem(true);
    }
  };
  const part: Part = { day, seat, form, change, asked };
  return (
    <Page
      {...frame}
      dock={
        <Dock day={day} seat={seat} lacks={asked ? missing : []} failed={problem} save={save} />
      }
    >
      {note}
      <form
        class="stack split half tight"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={goOn}
      >
        <div class="stack">
          <FirstCard {...part} heard={isMentor ? apprenticeWrote : null} />
          <MomentsCard day={day} />
          {isMentor && <MarksCard {...part} />}
        </div>
        {isMentor && (
          <div class="stack">
            <TwoAndOneCard {...part} />
            <ActionCard {...part} />
            {day.debrief && <SaidDifferently debrief={day.debrief} />}
          </div>
        )}
      </form>
    </Page>
  );
}

interface DockProps {
  day: DayAtHand;
  seat: Seat;
  lacks: readonly string[];
  failed: boolean;
  save: () => unknown;
}

function Dock({ day, seat, lacks, failed, save }: DockProps) {
  const isMentor = seat === 'mentor';
  const unsent = pending(debriefLane(day.id)).length > 0;
  const handed = isMentor && day.debrief?.versions.some(({ by }) => by.id === day.mentor.id);
  const differs = day.debrief?.acknowledgements.findLast(({ agrees }) => !agrees);
  const name = callName(isMentor ? day.apprentice : day.mentor);
  const said = failed
    ? t('cannotSave')
    : lacks.length > 0
      ? t('lacks', { parts: lacks.map((part) => labelOf(part, day)).join(t('between')) })
      : differs
        ? `${t('sees', { name })}：“${differs.words ?? ''}”`
        : handed
          ? t('waitsFor', { name })
          : t('counts');
  return (
    <div class="row">
      <p class={failed || lacks.length > 0 ? 'grow problem' : 'grow meta'} role="status">
        {said}
      </p>
      {unsent && <Tag icon={tray}>{t('unsent')}</Tag>}
      <Button look="main" onClick={save}>
        {t(isMentor ? 'save' : 'saveMine', { name })}
      </Button>
    </div>
  );
}

function labelOf(part: string, day: DayAtHand): string {
  const name = callName(part === 'promise' ? day.mentor : day.apprentice);
  return t(part as 'action', { name });
}

/** On to the next line to write; the last one leaves the keyboard. */
function goOn(event: KeyboardEvent & { currentTarget: HTMLFormElement }): void {
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('textarea')];
  const at = lines.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  const next = lines[at + 1];
  if (next) next.focus();
  else lines[at]?.blur();
}

/** What lies unsent on this device stands before what the server has. */
function unsentOr(day: DayAtHand, mine: string): DebriefForm {
  const stored = formOf(day.debrief, { me: mine, day: day.day });
  const item = pending(debriefLane(day.id)).findLast(({ kind }) => kind === 'debrief');
  if (!item) return stored;
  const body = item.body as Partial<DebriefForm>;
  const said = Object.entries(body).filter(([name, value]) => name in stored && value !== null);
  return { ...stored, ...(Object.fromEntries(said) as Partial<DebriefForm>) };
}
