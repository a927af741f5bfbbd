import { languageOf } from '../kit/ui/Talk';

/** What was written in a card that is closed. */
export function InBrief({ of }: { of: readonly string[] }) {
  const text = of
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' · ');
  if (!text) return null;
  return (
    <span class="brief" lang={languageOf(text)}>
      {text}
    </span>
  );
}
