import type { ComponentChildren } from 'preact';
import { classes } from './classes';
import { Icon } from './Icon';

interface PicksProps {
  legend: ComponentChildren;
  /** "Up to three, or none" */
  hint?: string;
  hideLegend?: boolean;
  /** What is missing, shown after somebody tapped Save too early. */
  error?: string | undefined;
  children: ComponentChildren;
}

/** One question with its possible answers. */
export function Picks({ legend, hint, hideLegend, error, children }: PicksProps) {
  return (
    <fieldset class="stack">
      <legend class={hideLegend ? 'hide' : undefined}>
        {legend} {hint && <span class="meta">{hint}</span>}
      </legend>
      {children}
      {error && (
        <p class="problem" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

export function Chips({ children }: { children: ComponentChildren }) {
  return <div class="chips">{children}</div>;
}

/** Large tiles; `small` for the rarer answers, three in a row. */
export function Tiles({ small, children }: { small?: boolean; children: ComponentChildren }) {
  return <div class={classes('grid', small && 'three')}>{children}</div>;
}

interface PickProps {
  /** Answers of one question share a name. */
  name: string;
  value: string;
  checked: boolean;
  onPick: (checked: boolean) => unknown;
  /** Several answers at once. */
  many?: boolean;
  icon?: string;
  tall?: boolean;
  lang?: string;
  children: ComponentChildren;
}

/** A chip or, inside `Tiles`, a tile: a real radio or checkbox under its words. */
export function Pick({
  name,
  value,
  checked,
  onPick,
  many,
  icon,
  tall,
  lang,
  children,
}: PickProps) {
  return (
    <label class={classes('pick', tall && 'tall')} lang={lang}>
      <input
        type={many ? 'checkbox' : 'radio'}
        name={name}
        value={value}
        checked={checked}
        onChange={(event) => onPick(event.currentTarget.checked)}
      />
      {icon && <Icon of={icon} />}
      {children}
    </label>
  );
}

/** A chip that opens something instead of answering: "More…", "Other date". */
export function ChipButton(props: {
  icon?: string;
  onClick: () => unknown;
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="pick" onClick={() => props.onClick()}>
      {props.icon && <Icon of={props.icon} small />}
      {props.children}
    </button>
  );
}
