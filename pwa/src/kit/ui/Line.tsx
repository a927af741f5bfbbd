import type { ComponentChildren } from 'preact';
import { classes } from './classes';
import { Icon } from './Icon';

interface DotProps {
  /** `on` is done, `lamp` the evening; without one it is still to come. */
  tone?: 'on' | 'lamp' | 'fault';
  icon?: string;
  /** A number or a question mark in place of an icon. */
  children?: ComponentChildren;
}

export function Dot({ tone, icon, children }: DotProps) {
  return (
    <span class={classes('dot', tone)}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  );
}

/** The stops of a day, by planned time. */
export function DayLine({ children }: { children: ComponentChildren }) {
  return <ol class="line">{children}</ol>;
}

export function Stop(props: { time: string; dot: ComponentChildren; children: ComponentChildren }) {
  return (
    <li>
      <span class="meta num">{props.time}</span>
      <span class="node">{props.dot}</span>
      <div>{props.children}</div>
    </li>
  );
}

/** Numbered steps in a fixed order. */
export function Path({ children }: { children: ComponentChildren }) {
  return <ol class="line path">{children}</ol>;
}

export function Step({ dot, children }: { dot: ComponentChildren; children: ComponentChildren }) {
  return (
    <li>
      <span class="node">{dot}</span>
      <div>{children}</div>
    </li>
  );
}
