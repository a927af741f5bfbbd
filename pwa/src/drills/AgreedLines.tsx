import { BubbleField } from '../clients/BubbleField';
import { Fold } from '../kit/ui/Card';
import { bag } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { Chips, Pick } from '../kit/ui/Pick';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { takenAlong, type LineForm } from './round';
import type { Part } from './Verdict';
import { t } from './words-of-round';

/** The lines of this evening that go along to the client; tomorrow they stand on the visit's card. */
export function AgreedLines({ notes, say }: Part) {
  const taken = takenAlong(notes).length;
  const change = (id: string, part: Partial<LineForm>) =>
    say({ lines: notes.lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  return (
    <Fold
      mark={<Dot {...(taken > 0 && { tone: 'on' })} icon={bag} />}
      title={t('lines')}
      meta={taken > 0 ? t('linesTaken', { n: taken }) : t('linesNone')}
    >
      {notes.lines.map((line) => (
        <Talk key={line.id}>
          <Said lang={languageOf(line.words)}>{line.words}</Said>
          <BubbleField
            voice="ours"
            label={t('ourAnswer')}
            placeholder={t('ourAnswer')}
            value={line.answer}
            lang={languageOf(line.answer)}
            onInput={(answer) => change(line.id, { answer, taken: answer.trim() !== '' })}
          />
          <Chips>
            <Pick
              many
              name={`line-${line.id}`}
              value="taken"
              checked={line.taken}
              onPick={(is) => change(line.id, { taken: is })}
            >
              {t('takeAlong')}
            </Pick>
          </Chips>
        </Talk>
      ))}
    </Fold>
  );
}
