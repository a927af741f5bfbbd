import type { ComponentChildren } from 'preact';
import { classes } from './classes';
import { Icon } from './Icon';

/** `main` is the one next thing of a screen; `quiet` is a gentle way out. */
type Look = 'main' | 'plain' | 'quiet';

interface Shape {
  look?: Look;
  icon?: string;
  /** Takes the room that its row leaves. */
  grow?: boolean;
  /** Icon above the words. */
  tall?: boolean;
  children: ComponentChildren;
}

interface ButtonProps extends Shape {
  onClick?: () => unknown;
  type?: 'button' | 'submit';
  /** What happens while it works ("Sending…"); the button keeps its width and ignores taps. */
  busy?: boolean;
  busyLabel?: string;
  describedBy?: string;
}

/** Never disabled: before a choice it says what is missing when it is tapped. */
export function Button(props: ButtonProps) {
  const { onClick, type = 'button', busy = false, busyLabel, describedBy } = props;
  const press = (event: Event) => {
    if (busy) event.preventDefault();
    else onClick?.();
  };
  return (
    <button
      type={type}
      class={shapeOf(props)}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-describedby={describedBy}
    >
      {busyLabel ? <Working {...props} busy={busy} busyLabel={busyLabel} /> : <Face {...props} />}
    </button>
  );
}

interface LinkButtonProps extends Shape {
  href: string;
  current?: boolean;
}

export function LinkButton(props: LinkButtonProps) {
  return (
    <a class={shapeOf(props)} href={props.href} aria-current={props.current ? 'page' : undefined}>
      <Face {...props} />
    </a>
  );
}

interface IconButtonProps {
  icon: string;
  /** The name that is read out. */
  label: string;
  onClick: () => unknown;
  busy?: boolean;
}

export function IconButton({ icon, label, onClick, busy = false }: IconButtonProps) {
  return (
    <button
      type="button"
      class="btn icon"
      aria-label={label}
      aria-busy={busy || undefined}
      onClick={() => {
        if (!busy) onClick();
      }}
    >
      <Icon of={icon} />
    </button>
  );
}

export function IconLink({ icon, label, href }: { icon: string; label: string; href: string }) {
  return (
    <a class="btn icon" aria-label={label} href={href}>
      <Icon of={icon} />
    </a>
  );
}

function Face({ icon, children }: Pick<Shape, 'icon' | 'children'>) {
  return (
    <>
      {icon && <Icon of={icon} />}
      {children}
    </>
  );
}

/** Both texts lie in one place; the hidden one keeps the width. */
function Working(props: Pick<Shape, 'icon' | 'children'> & { busy: boolean; busyLabel: string }) {
  return (
    <span class="busy">
      <span class="row" hidden={props.busy}>
        <Face {...props} />
      </span>
      <span hidden={!props.busy}>{props.busyLabel}</span>
    </span>
  );
}

function shapeOf({ look = 'plain', grow, tall }: Shape): string {
  return classes('btn', look !== 'plain' && look, grow && 'grow', tall && 'tall');
}
