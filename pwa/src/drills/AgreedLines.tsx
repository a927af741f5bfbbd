import { BubbleField } from '../clients/BubbleField';
import { Fold } from '../kit/ui/Card';
import { bag } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Pick } from '../kit/ui/Pick';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { AnswersLink } from '../playbook/AnswersLink';
import { sourceOf } from './line-source';
import { takenAlong, type LineForm } from './lines';
import type { Part } from './Verdict';
import { t } from './words-of-verdict';

/** The lines of this evening that go along to the client; tomorrow they stand on the visit's card. */
export function AgreedLines({ notes, say }: Part) {
  const taken = takenAlong(notes.lines).length;
  const change = (id: string, part: Partial<LineForm>) =>
    say({ lines: notes.lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  return (
    <Fold
      name="verdict"
      mark={<Dot {...(taken > 0 && { tone: 'on' })} icon={bag} />}
      title={t('lines')}
      meta={taken > 0 ? t('linesTaken', { n: taken }) : t('linesNone')}
    >
      {notes.lines.map((line) => (
        <Talk key={line.id}>
          <Said lang={languageOf(line.words)}>{line.words}</Said>
          <AnswersLink kind={line.typeKey} />
          <BubbleField
            voice="ours"
            label={t('ourAnswer')}
            placeholder={t('ourAnswer')}
            value={line.answer}
            lang={languageOf(line.answer)}
            onInput={(answer) =>
              // In other words it is no longer the playbook's.
              change(line.id, { answer, answerId: null, taken: answer.trim() !== '' })
            }
          />
          <div class="row">
            <p class="meta grow">{sourceOf(line)}</p>
            <Pick
              many
              name={`line-${line.id}`}
              value="taken"
              checked={line.taken}
              onPick={(is) => change(line.id, { taken: is })}
            >
              {t('takeAlong')}
            </Pick>
          </div>
        </Talk>
      ))}
    </Fold>
  );
}
