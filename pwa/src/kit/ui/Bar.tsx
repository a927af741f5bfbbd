interface Props {
  /** From 0 to 1; null where there are too few cases for a share: then the track alone would say zero. */
  share: number | null;
  /** The same in a sentence, for whoever does not see it. */
  label: string;
}

const [WIDE, HIGH] = [96, 10];

/** One share of a whole, beside its figures. */
export function Bar({ share, label }: Props) {
  if (share === null) return null;
  return (
    <svg role="img" aria-label={label} width={WIDE} height={HIGH} viewBox={`0 0 ${WIDE} ${HIGH}`}>
      <rect class="c0" width={WIDE} height={HIGH} rx={HIGH / 2} />
      {share > 0 && (
        <rect class="c1" width={Math.max(HIGH, WIDE * share)} height={HIGH} rx={HIGH / 2} />
      )}
    </svg>
  );
}
