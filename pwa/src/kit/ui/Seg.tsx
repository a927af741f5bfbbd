export interface SegOption<V extends string> {
  value: V;
  label: string;
  /** When the label is in another language than the page. */
  lang?: string;
}

interface Props<V extends string> {
  /** The question; read out, and shown where `showLegend` says so. */
  legend: string;
  showLegend?: boolean;
  name: string;
  options: readonly SegOption<V>[];
  value: V | null;
  onChange: (value: V) => unknown;
  /** `side` sits at the end of its line; `five` holds five steps. */
  shape?: 'side' | 'five';
}

/** Two to five words of which one holds: yes, partly, no. */
export function Seg<V extends string>(props: Props<V>) {
  const { legend, showLegend, name, options, value, onChange, shape } = props;
  return (
    <fieldset class={shape}>
      <legend class={showLegend ? undefined : 'hide'}>{legend}</legend>
      <div class="seg">
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
