import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button';
import { undo as undoIcon } from './icons';
import { t } from './words';

const STAYS_MS = 6000;

interface Message {
  id: number;
  text: string;
  undo?: (() => unknown) | undefined;
}

const messages = signal<Message[]>([]);
let last = 0;

/** Says what has just been done, for six seconds, with the way back. */
export function say(text: string, undo?: () => unknown): void {
  last += 1;
  messages.value = [...messages.value, { id: last, text, undo }];
}

/** Stands once in the page, also when empty: a screen reader must know the region beforehand. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {messages.value.map((message) => (
        <Toast key={message.id} {...message} />
      ))}
    </div>
  );
}

/** Stays as long as the focus is inside: nobody should have to hurry to undo. */
function Toast({ id, text, undo }: Message) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => close(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, held]);
  const takeBack = () => {
    close(id);
    undo?.();
  };
  return (
    <div class="toast" onFocusIn={() => setHeld(true)} onFocusOut={() => setHeld(false)}>
      <span class="grow">{text}</span>
      {undo && (
        <Button icon={undoIcon} onClick={takeBack}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}

function close(id: number): void {
  messages.value = messages.value.filter((message) => message.id !== id);
}
