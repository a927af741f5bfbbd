interface Props {
  /** One of `icons.ts`. */
  of: string;
  /** 18 px, for use inside a line of small text. */
  small?: boolean;
}

/** Always beside a word, or inside a control that has a name: it says nothing on its own. */
export function Icon({ of, small }: Props) {
  return (
    <svg class={small ? 'i s' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={of} />
    </svg>
  );
}
