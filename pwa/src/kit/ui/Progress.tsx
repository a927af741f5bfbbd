interface Props {
  label: string;
  value: number;
  max: number;
}

/** For work with a known end; the figure stands beside the bar. */
export function Progress({ label, value, max }: Props) {
  return (
    <div>
      <p class="row num">
        <span class="grow">{label}</span>
        <span class="meta">
          {value} / {max}
        </span>
      </p>
      <progress value={value} max={max} aria-label={label} />
    </div>
  );
}
