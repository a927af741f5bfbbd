import { useState } from 'preact/hooks';
import { BubbleField } from '../clients/BubbleField';
import { Fold } from '../kit/ui/Card';
import { bag, check } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { ChipButton, Pick, Tiles } from '../kit/ui/Pick';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import { AnswersLink } from '../playbook/AnswersLink';
import { sourceOf } from './line-source';
import { takenAlong, type LineForm } from './lines';
import type { Part } from './Verdict';
import { t } from './words-of-verdict';

/**
 * The lines of this evening that go along to the client; tomorrow they stand on the visit's card.
 * One stands open and the others as a line.
 */
export function AgreedLines({ notes, say }: Part) {
  const { lines } = notes;
  const [open, setOpen] = useState<string | undefined>();
  const along = new Set(takenAlong(lines).map(({ id }) => id));
  const shown = lines.find(({ id }) => id === open) ?? lines[0];
  const change = (id: string, part: Partial<LineForm>) =>
    say({ lines: lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  return (
    <Fold
      name="verdict"
      mark={<Dot {...(along.size > 0 && { tone: 'on' })} icon={bag} />}
      title={t('lines')}
      meta={along.size > 0 ? t('linesTaken', { n: along.size }) : t('linesNone')}
    >
      {shown && <OneLine key={shown.id} line={shown} change={(part) => change(shown.id, part)} />}
      {lines.length > 1 && (
        <Tiles>
          {lines
            .filter((line) => line !== shown)
            .map(({ id, words }) => (
              <ChipButton
                key={id}
                icon={along.has(id) ? check : undefined}
                onClick={() => setOpen(id)}
              >
                {along.has(id) && <span class="hide">{t('goesAlong')}</span>}
                <q class="brief" lang={languageOf(words)}>
                  {words}
                </q>
              </ChipButton>
            ))}
        </Tiles>
      )}
    </Fold>
  );
}

function OneLine({ line, change }: { line: LineForm; change: (part: Partial<LineForm>) => void }) {
  const { id, words, answer, typeKey, taken } = line;
  return (
    <Talk>
      <Said lang={languageOf(words)} brief>
        {words}
      </Said>
      <BubbleField
        brief
        voice="ours"
        label={t('ourAnswer')}
        placeholder={t('ourAnswer')}
        value={answer}
        lang={languageOf(answer)}
        onInput={(said) =>
          // In other words it is no longer the playbook's.
          change({ answer: said, answerId: null, taken: said.trim() !== '' })
        }
      />
      <div class="row">
        <div class="meta grow">
          {sourceOf(line)}
          <AnswersLink kind={typeKey} />
        </div>
        <Pick
          many
          name={`line-${id}`}
          value="taken"
          checked={taken}
          onPick={(is) => change({ taken: is, chosen: true })}
        >
          {t('takeAlong')}
        </Pick>
      </div>
    </Talk>
  );
}
