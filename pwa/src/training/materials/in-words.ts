import type { AtHand } from './at-hand';
import { t } from './words';

/** "PDF · 240 kB", "example.com · opens in the browser", "Text". */
export function kindInWords(of: Pick<AtHand, 'kind' | 'form' | 'size' | 'host'>): string {
  if (of.kind === 'text') return t('text');
  if (of.kind === 'link') return [of.host ?? t('link'), t('opensOutside')].join(' · ');
  return [formInWords(of.form), of.size !== null && sizeInWords(of.size)]
    .filter(Boolean)
    .join(' · ');
}

function formInWords(form: string | null): string {
  if (form === 'application/pdf') return t('pdf');
  if (form?.startsWith('image/')) return t('picture');
  return t(form?.startsWith('audio/') ? 'sound' : 'file');
}

function sizeInWords(size: number): string {
  if (size >= 1_000_000) return t('bytes', { n: megabytes(size) });
  return t('size', { n: Math.max(1, Math.round(size / 1000)) });
}

/** With one figure after the point, never rounded down to what would fit. */
export function megabytes(size: number): string {
  return (Math.ceil(size / 100_000) / 10).toString();
}
