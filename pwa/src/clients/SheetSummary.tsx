import { LinkButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { sheet as sheetIcon } from '../kit/ui/icons';
import { languageOf } from '../kit/ui/Talk';
import { AnswerDot, answerInWords } from './answers';
import { AnswersTag } from './AnswersTag';
import { answersReady, PARTS, stateOf } from './sheet';
import type { SheetContent } from './wire';
import { t } from './words';
import { t as ts } from './words-of-sheet';

interface Props {
  clientId: string;
  /** Undefined while it was not read on this phone. */
  sheet: SheetContent | undefined;
}

/** The four answers at a glance: what stands, what will be asked, what is open. */
export function SheetSummary({ clientId, sheet }: Props) {
  const ready = sheet ? answersReady(sheet) : 0;
  return (
    <Card>
      <div class="row">
        <h2 class="grow">{ts('clientSheet')}</h2>
        {sheet && <AnswersTag ready={ready} />}
      </div>
      {sheet && (ready > 0 ? <Answers sheet={sheet} /> : <p class="meta">{ts('begun')}</p>)}
      <LinkButton icon={sheetIcon} href={`/clients/${clientId}/sheet`}>
        {t(ready > 0 ? 'openSheet' : 'writeSheet')}
      </LinkButton>
    </Card>
  );
}

function Answers({ sheet }: { sheet: SheetContent }) {
  return (
    <ul class="stack">
      {PARTS.map((part) => {
        const said = answerInWords(sheet, part);
        return (
          <li key={part} class="row">
            <AnswerDot sheet={sheet} part={part} />
            <span class="grow">
              <strong>{ts(part)}</strong>
              <br />
              <span
                class="meta"
                lang={stateOf(sheet, part) === 'ready' ? languageOf(said) : undefined}
              >
                {said}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
