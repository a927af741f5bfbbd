import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  open: boolean;
  /** The question. */
  title: string;
  onClose: () => unknown;
  /** The answer first, the gentle way out second. */
  children: ComponentChildren;
}

/** A question that rises from the lower edge. Escape and a tap beside it close it. */
export function Sheet({ open, title, onClose, children }: Props) {
  return open ? (
    <OpenSheet title={title} onClose={onClose}>
      {children}
    </OpenSheet>
  ) : null;
}

function OpenSheet({ title, onClose, children }: Omit<Props, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before it is painted: a dialog that is not open yet would stand in the page for a moment.
  useLayoutEffect(() => openModally(dialog.current), []);
  return (
    <dialog
      ref={dialog}
      class="sheet stack"
      aria-labelledby={id}
      onClose={() => onClose()}
      onClick={(event) => {
        // Only the backdrop belongs to the dialog itself; everything else is a child of it.
        if (event.target === event.currentTarget && isBeside(event)) onClose();
      }}
    >
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

/**
 * Begins with the question, not with its first answer. Gives the focus back to what opened it, also
 * when the sheet is removed while still open.
 */
function openModally(dialog: HTMLDialogElement | null): (() => void) | undefined {
  if (!dialog) return undefined;
  const opener = document.activeElement;
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
  return () => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
}

function isBeside(event: MouseEvent & { currentTarget: HTMLElement }): boolean {
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x < left || x > right || y < top || y > bottom;
}
