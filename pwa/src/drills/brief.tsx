import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from './words-of-boss';

const MOST = 4;
const LEAST = 2;

/**
 * A seat shows everything at once: its long texts are cut to as many lines as this phone has room
 * for. `toggle` shows them in full, and stands there only while something is cut short or `more` is
 * left out. Put `lines` on what holds the texts, and give them the class `brief`.
 */
export function useBrief<E extends HTMLElement>(more = false) {
  const within = useRef<E>(null);
  const [whole, setWhole] = useState(false);
  const { lines, isCut } = useRoom(within, whole);
  const toggle = (isCut || more || whole) && (
    <button type="button" class="link meta" aria-expanded={whole} onClick={() => setWhole(!whole)}>
      {t(whole ? 'inShort' : 'inFull')}
    </button>
  );
  return { within, lines, brief: !whole, toggle };
}

/** Looked at after each drawing: the words, the language and the window may all have changed. */
function useRoom(within: RefObject<HTMLElement | null>, whole: boolean) {
  const [lines, setLines] = useState(MOST);
  const [isCut, setCut] = useState(false);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- after each drawing, as above
  useLayoutEffect(() => {
    const { scrollHeight = 0 } = document.scrollingElement ?? {};
    if (!whole && lines > LEAST && scrollHeight > innerHeight) setLines(lines - 1);
    const texts = [...(within.current?.querySelectorAll('.brief') ?? [])];
    setCut(texts.some((text) => text.scrollHeight > text.clientHeight + 1));
  });
  return { lines, isCut };
}
