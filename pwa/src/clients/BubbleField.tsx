import { useEffect, useRef } from 'preact/hooks';
import { classes } from '../kit/ui/classes';

interface Props {
  /** The client's words or our answer. */
  voice: 'said' | 'ours';
  /** Read out; what is expected stands in the bubble itself. */
  label: string;
  placeholder: string;
  value: string;
  onInput: (text: string) => unknown;
  lang?: string;
  /** Where writing goes on: it has just been begun. */
  focused?: boolean;
  /** Beside its buttons, in two lines until somebody writes in it. */
  brief?: boolean;
}

/** A speech bubble to write in, on the side of its speaker. */
export function BubbleField({ voice, label, onInput, focused = false, brief, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <label class={classes(voice, 'write', brief && 'beside grow')}>
      <span class="hide">{label}</span>
      <textarea
        {...rest}
        ref={field}
        rows={1}
        maxLength={voice === 'said' ? 200 : 2000}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
