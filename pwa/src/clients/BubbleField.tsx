interface Props {
  /** The client's words or our answer. */
  voice: 'said' | 'ours';
  /** Read out; what is expected stands in the bubble itself. */
  label: string;
  placeholder: string;
  value: string;
  onInput: (text: string) => unknown;
  lang?: string;
}

/** A speech bubble to write in, on the side of its speaker. */
export function BubbleField({ voice, label, onInput, ...rest }: Props) {
  return (
    <label class={`${voice} write`}>
      <span class="hide">{label}</span>
      <textarea
        {...rest}
        rows={1}
        maxLength={voice === 'said' ? 200 : 2000}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
