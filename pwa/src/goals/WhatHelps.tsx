import { t as tc } from '../commitments/words-of-corrections';
import { LinkButton } from '../kit/ui/Button';
import { goal as flag, help } from '../kit/ui/icons';
import { Note } from '../kit/ui/Tag';
import type { Goal } from './wire';
import { t } from './words';

/** What is short, and what would help: never the one without the other. */
export function WhatHelps({ goal, mine }: { goal: Goal; mine: boolean }) {
  const { what_helps, id } = goal;
  if (!what_helps) return null;
  return (
    <>
      <Note icon={flag}>{helpInWords(what_helps)}</Note>
      {mine && (
        <LinkButton icon={help} href={`/help-requests/new?about=goal:${id}`}>
          {t('askForHelp')}
        </LinkButton>
      )}
    </>
  );
}

export function helpInWords(helps: NonNullable<Goal['what_helps']>): string {
  const { factor, correction, n, n_before } = helps;
  const counts = { n: n ?? 0, before: n_before ?? 0 };
  const fell = n === null ? t('nothingShort') : t('tooThin', counts);
  const short = factor ? t('short', { factor: t(factor), ...counts }) : fell;
  return t('helped', { short, help: tc(`${correction}_helps`) });
}
