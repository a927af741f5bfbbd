import { relativeDay } from '../kit/i18n/format';
import type { LineForm } from './lines';
import { t } from './words-of-round';

/** Where a line comes from, in words. */
export function sourceOf({ from }: LineForm): string {
  if (from.kind === 'sheet') return t('fromSheet');
  if (from.kind === 'round') return t('fromRound');
  return from.on ? t('agreedOn', { day: relativeDay(from.on) }) : t('agreedEarlier');
}
