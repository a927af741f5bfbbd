/** The four answers at a glance, as the form and the client's page show them. */
import { check } from '../kit/ui/icons';
import { Dot } from '../kit/ui/Line';
import { stateOf } from './sheet';
import type { SheetContent, SheetPart } from './wire';
import { t } from './words-of-sheet';

/** Filled: answered. A question mark: will ask. A ring: still open. */
export function AnswerDot({ sheet, part }: { sheet: SheetContent; part: SheetPart }) {
  const state = stateOf(sheet, part);
  if (state === 'ready') return <Dot tone="on" icon={check} />;
  return <Dot>{state === 'will-ask' && '?'}</Dot>;
}

/** One line of an answer, as its card shows it when it is closed. */
export function answerInWords(sheet: SheetContent, part: SheetPart): string {
  const state = stateOf(sheet, part);
  if (state === 'will-ask') return t('willAsk');
  if (state === 'open') return t('openStill');
  if (part === 'objections') {
    return t('lines', { n: sheet.objections.items.filter((item) => item.words.trim()).length });
  }
  if (part === 'competitors') {
    return sheet.competitors.items.map((item) => item.name).join(' · ');
  }
  return sheet[part].text;
}
