import { playbookRead } from '../clients/remote';
import { inMyLanguage } from '../kit/i18n/names';
import { Fold } from '../kit/ui/Card';
import { eye } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Seg } from '../kit/ui/Seg';
import WhyHere from '../origins/WhyHere';
import { deck } from './remote';
import { POINT } from './round-new';
import { ruleInWords } from './rule-in-words';
import type { Part } from './Verdict';
import type { Behaviour, Mark, Playbook } from './wire';
import { t as tp } from './words-of-played';
import { t } from './words-of-verdict';

const MARKS: readonly Mark[] = ['yes', 'partly', 'no'];
const MOST_TICKS = 5;

interface Props extends Part {
  rep: string;
  /** I sit in the rep's seat: what my own class taught stands first. */
  mine: boolean;
}

/** What was seen, one by one; nothing is added up, and none has to be ticked. */
export function Ticks({ notes, say, rep, mine }: Props) {
  const points = mine ? (deck().value?.points ?? []) : [];
  const lines = [
    ...points.map((point) => ({
      id: `${POINT}${point.id}`,
      text: ruleInWords(point),
      from: point.within_id,
    })),
    ...behavioursToTick(playbookRead().value).map(({ id, text }) => ({
      id,
      text: inMyLanguage(text),
      from: null,
    })),
  ];
  if (lines.length === 0) return null;
  const marked = lines.filter(({ id }) => notes.ticks[id]).length;
  return (
    <Fold
      name="verdict"
      mark={<Dot {...(marked > 0 && { tone: 'on' })} icon={eye} />}
      title={t('whatWorked', { name: rep })}
      meta={marked > 0 ? t('marked', { n: marked }) : t('noneMarked')}
    >
      {lines.map(({ id, text, from }) => (
        <div key={id} class="row wrap">
          <span class="grow tick" aria-hidden="true">
            {text}
          </span>
          <Seg
            shape="side"
            legend={text}
            name={`tick-${id}`}
            options={MARKS.map((value) => ({ value, label: tp(value) }))}
            value={notes.ticks[id] ?? null}
            onChange={(mark) => say({ ticks: { ...notes.ticks, [id]: mark } })}
          />
          {from && <WhyHere origin={{ kind: 'session', id: from }} />}
        </div>
      ))}
    </Fold>
  );
}

/** An evening round is about objections; other skills have their turn in training. */
export function behavioursToTick(read: Playbook | undefined): Behaviour[] {
  const skill = read?.skills.find(({ key }) => key === 'objections');
  return (skill?.behaviours ?? []).filter(({ retired }) => !retired).slice(0, MOST_TICKS);
}
